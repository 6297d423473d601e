import { readFile } from 'node:fs/promises';
import { transform } from 'esbuild';
import { tightened } from './tighten-css.mjs';

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
 * The same for a bundle of one script, with the CSS of all its components where the first of them stands, in the order in which
 * they are registered (widget/kit/styles.ts): alike things beside one another compress better. Comes after terser, which puts each
 * text where it is used.
 */
export const cssAsOneText = {
  name: 'css-as-one-text',
  setup(build) {
    const sheets = [];
    build.onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const css = await minified(build, path);
      return { contents: `css of ${sheets.push(css) - 1}`, loader: 'text' };
    });
    build.onEnd(({ outputFiles: [file] = [] }) => {
      if (!file) return;
      const parts = file.text.split(/(?<=[[(,])["'`]css of (\d+)["'`]/);
      const order = parts.filter((_, index) => index % 2);
      if (order.length !== sheets.length)
        throw new Error('The order of the CSS is not known: a text is not where it is used.');
      const script = parts.filter((_, index) => index % 2 === 0);
      const sheet = tightened(order.map((index) => sheets[index]).join(''), script.join(''));
      const [before, ...after] = script;
      const joined = inPlaceOf((text) => before + text + after.join('""'), JSON.stringify(sheet));
      file.contents = new TextEncoder().encode(joined);
    });
  },
};

/** Where the script is one function, the text is handed to it from behind: amid the script it would push like things apart. */
function inPlaceOf(written, text) {
  const [, start, body, end] = /^(.*?\()\((\)=>\{.*\}\))\(\);?\s*$/s.exec(written('oneText')) ?? [];
  return body && !written('').includes('oneText') ? `${start}(oneText${body}(${text})` : written(text);
}

async function minified(build, path) {
  const { minify, target } = build.initialOptions;
  const css = await readFile(path, 'utf8');
  const { code } = await transform(css, { loader: 'css', minify: minify === true, target, sourcefile: path });
  return code.trimEnd();
}
