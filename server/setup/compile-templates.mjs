import { parse } from 'acorn';
import htm from 'htm';

/**
 * Turns htm's templates into the calls that they stand for, so that browsers need neither htm nor the white space of templates:
 * `html`<p class=${look}>…</p>`` becomes `h('p', { class: look }, '…')`. htm itself reads them, so the meaning is the same.
 * `code` is a module in plain JavaScript.
 */
export function compileTemplates(code) {
  if (!code.includes('html`')) return code;
  const templates = templatesIn(parse(code, { ecmaVersion: 'latest', sourceType: 'module' }));
  return `import { h as ${element} } from 'preact';${textOf(code, { start: 0, end: code.length, inner: templates })}`;
}

const element = 'elementOf';

/** The templates in a syntax tree, each with those inside its expressions. */
function templatesIn(node) {
  if (Array.isArray(node)) return node.flatMap(templatesIn);
  if (typeof node?.type !== 'string') return [];
  if (node.type === 'TaggedTemplateExpression' && node.tag.name === 'html') {
    const { start, end, quasi } = node;
    const expressions = quasi.expressions.map((each) => ({ ...each, inner: templatesIn(each) }));
    return [{ start, end, texts: quasi.quasis.map(({ value }) => value.cooked), expressions }];
  }
  return Object.values(node).flatMap((part) => (part && typeof part === 'object' ? templatesIn(part) : []));
}

/** The text of a part of `code`, with the templates in it compiled. */
function textOf(code, { start, end, inner }) {
  let text = '';
  let at = start;
  for (const template of inner) {
    text += code.slice(at, template.start) + compiled(code, template);
    at = template.end;
  }
  return text + code.slice(at, end);
}

/** htm is given a mark in place of each expression; the marks are then put back as what they stand for. */
const mark = (index) => `\0${index}\0`;
const marks = /\0(\d+)\0/;
const spread = '...';

class Call {
  constructor(tag, props, children) {
    Object.assign(this, { tag, props, children });
  }
}
const read = htm.bind((tag, props, ...children) => new Call(tag, props, children));

function compiled(code, { texts, expressions }) {
  const marked = expressions.map((_, index) =>
    texts[index].endsWith(spread) ? { [spread + mark(index)]: true } : mark(index),
  );
  const given = expressions.map((expression) => `(${textOf(code, expression)})`);
  return write(read(texts, ...marked));

  function write(node) {
    if (Array.isArray(node)) return `[${node.map(write)}]`;
    if (!(node instanceof Call)) return value(node);
    const props = Object.entries(node.props ?? {}).map(([name, content]) =>
      name.startsWith(spread) ? spread + value(name.slice(spread.length)) : `${JSON.stringify(name)}:${value(content)}`,
    );
    return `${element}(${[value(node.tag), node.props ? `{${props}}` : 'null', ...node.children.map(write)]})`;
  }

  /** A constant of the template, an expression, or a text with expressions in it. */
  function value(content) {
    if (typeof content !== 'string') return `${JSON.stringify(content)}`;
    const parts = content.split(marks).map((part, index) => (index % 2 ? given[part] : part && JSON.stringify(part)));
    const texts = parts.filter(Boolean);
    if (texts.length < 2) return texts[0] ?? '""';
    return parts[0] ? texts.join('+') : `""+${texts.join('+')}`;
  }
}
