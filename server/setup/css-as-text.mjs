import { readFile } from 'node:fs/promises';
import { transform } from 'esbuild';
import { tightened, without } from './tighten-css.mjs';

/**
 * CSS comes into a script as text, for `adoptedStyleSheets` (DESIGN, section 8), and without the white space that people need.
 */
export const cssAsText = {
  name: 'css-as-text',
  setup(build) {
    build.onLoad({ filter: /\.css$/ }, async ({ path }) => ({ contents: await minified(build, path), loader: 'text' }));
  },
};

/**
 * The same for a bundle of one script, with the CSS of all its components in one text, in the order in which they are registered
 * (widget/kit/styles.ts): alike things beside one another compress better. `join` puts it into the script, after terser, which
 * moves each text to where it is used. Rules of the selectors that begin with one of `unseen` are left out.
 */
export function cssAsOneText(unseen) {
  const sheets = [];
  const plugin = {
    name: 'css-as-one-text',
    setup(build) {
      build.onStart(() => {
        sheets.length = 0;
      });
      build.onLoad({ filter: /\.css$/ }, async ({ path }) => {
        const css = await minified(build, path);
        return { contents: `css of ${sheets.push(css) - 1}`, loader: 'text' };
      });
    },
  };
  return { plugin, join };

  function join(text) {
    if (sheets.length === 0) return text;
    const parts = text.split(/(?<=[[(,])["'`]css of (\d+)["'`]/);
    const order = parts.filter((_, index) => index % 2);
    if (order.length !== sheets.length)
      throw new Error('The order of the CSS is not known: a text is not where it is used.');
    const [before, ...after] = parts.filter((_, index) => index % 2 === 0);
    const sheet = tightened(without(unseen, order.map((index) => sheets[index]).join('')), before + after.join(''));
    return inPlaceOf((first) => before + first + after.join('""'), JSON.stringify(sheet));
  }
}

/** Where the script is one function, the text is handed to it from behind: amid the script it would push like things apart. */
function inPlaceOf(written, text) {
  const [, start, body] = /^(.*?\()\(\)(=>\{.*\}\))\(\);?\s*$/s.exec(written('oneText')) ?? [];
  return body && !written('').includes('oneText') ? `${start}oneText${body}(${text});` : written(text);
}

/** For a script that stands beside one which has the CSS. */
export const noCss = {
  name: 'no-css',
  setup(build) {
    build.onLoad({ filter: /\.css$/ }, () => ({ contents: '', loader: 'text' }));
  },
};

async function minified(build, path) {
  const { minify, target } = build.initialOptions;
  const css = await readFile(path, 'utf8');
  const { code } = await transform(css, { loader: 'css', minify: minify === true, target, sourcefile: path });
  return code.trimEnd();
}
