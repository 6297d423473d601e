import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parse } from 'acorn';
import { transformSync } from 'esbuild';

/**
 * Words by their number in place of their key: `t('review.book')` becomes `t(83)`, and each catalogue a list. The keys are in the
 * order of the English catalogue. `edition` tells one numbering from another, so that a script and a catalogue of different
 * builds are not mixed: the catalogue is also exported by its name and edition.
 */
export function numberedKeys(english) {
  const source = transformSync(readFileSync(english, 'utf8'), { loader: 'ts' }).code;
  const keys = catalogueIn(treeOf(source)).properties.map(keyOf);
  const numbers = new Map(keys.map((key, index) => [key, index + 1]));
  const edition = createHash('sha256').update(keys.join()).digest('hex').slice(0, 6);
  return { edition, rewrite };

  function rewrite(code, path) {
    const tree = treeOf(code);
    return /\/locales\/\w+\.ts$/.test(path) ? asList(code, tree) : replaced(code, keysAskedFor(tree));
  }

  function asList(code, tree) {
    const catalogue = catalogueIn(tree);
    const values = new Map(
      catalogue.properties.map((each) => [keyOf(each), code.slice(each.value.start, each.value.end)]),
    );
    const list = keys.map((key) => values.get(key) ?? fail(`There is no “${key}” in the catalogue.`));
    const { name } = tree.body.find(({ declaration }) => declaration).declaration.declarations[0].id;
    return `${replaced(code, [[catalogue, `[,${list}]`]])}export { ${name} as ${name}${edition} };`;
  }

  /** A text with a point in it that is a key is one wherever it stands; others only where words are asked for. */
  function keysAskedFor(tree) {
    const found = [];
    visit(tree, (node) => {
      if (node.type === 'Literal' && /\./.test(node.value)) take(node);
      if (node.type === 'CallExpression' && (node.callee.property ?? node.callee).name === 't') take(node.arguments[0]);
    });
    return found;

    function take(node) {
      if (node.type === 'ConditionalExpression') for (const each of [node.consequent, node.alternate]) take(each);
      if (node.type === 'Literal' && numbers.has(node.value)) found.push([node, numbers.get(node.value)]);
    }
  }
}

const treeOf = (code) => parse(code, { ecmaVersion: 'latest', sourceType: 'module' });
const keyOf = ({ key }) => key.name ?? key.value;
const fail = (message) => {
  throw new Error(message);
};

/** The object that a catalogue's file exports. */
function catalogueIn(tree) {
  let found;
  visit(tree, (node) => {
    if (node.type === 'ObjectExpression') found ??= node;
  });
  return found;
}

function visit(node, look) {
  if (Array.isArray(node)) for (const each of node) visit(each, look);
  else if (typeof node?.type === 'string') {
    look(node);
    for (const part of Object.values(node)) if (part && typeof part === 'object') visit(part, look);
  }
}

/** `code` with nodes replaced by texts. */
function replaced(code, changes) {
  let text = '';
  let at = 0;
  const inOrder = [...new Map(changes.map((each) => [each[0].start, each])).values()].sort(
    ([a], [b]) => a.start - b.start,
  );
  for (const [{ start, end }, instead] of inOrder) {
    text += code.slice(at, start) + instead;
    at = end;
  }
  return text + code.slice(at);
}
