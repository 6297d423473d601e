import { readFile } from 'node:fs/promises';
import { transform } from 'esbuild';
import { minify_sync } from 'terser';
import { compileTemplates } from './compile-templates.mjs';

/** Sources go through `steps`, functions of a module's code in plain JavaScript and its path, before esbuild bundles them. */
export const sourcesThrough = (...steps) => ({
  name: 'sources-through',
  setup(build) {
    build.onLoad({ filter: /\/(?:widget|admin)\/.*\.ts$/ }, async ({ path }) => {
      const code = await compiled(path, build.initialOptions);
      return { contents: steps.reduce((text, step) => step(text, path), code), loader: 'js' };
    });
  },
});

const known = new Map();

/** Fields that constructors set are not declared once more. */
const tsconfigRaw = { compilerOptions: { useDefineForClassFields: false } };

/** A source as plain JavaScript with its templates compiled; most are in several bundles. */
async function compiled(path, { target, charset }) {
  const source = await readFile(path, 'utf8');
  if (known.get(path)?.source !== source) {
    const { code } = await transform(source, { loader: 'ts', sourcefile: path, target, charset, tsconfigRaw });
    known.set(path, { source, code: compileTemplates(code) });
  }
  return known.get(path).code;
}

/**
 * Scripts go through `steps`, functions of their text, after esbuild has made them; only once somebody reads them, since it takes a
 * second, and who asks esbuild for its metafile doesn't.
 */
export const scriptsThrough = (...steps) => ({
  name: 'scripts-through',
  setup(build) {
    build.onEnd(({ outputFiles = [] }) => {
      for (const file of outputFiles) {
        const { text } = file;
        let contents;
        const get = () => {
          contents ??= new TextEncoder().encode(steps.reduce((script, step) => step(script), text));
          return contents;
        };
        Object.defineProperty(file, 'contents', { get });
      }
    });
  },
});

/** terser finds some hundred bytes that esbuild leaves. `text` is a script that esbuild has minified. */
export const terse = (text) =>
  minify_sync(text, {
    ecma: 2022,
    module: /\bexport\{/.test(text),
    compress: { passes: 2, unsafe: true, pure_getters: true, keep_fargs: false, lhs_constants: false },
  }).code;
