import { readFile } from 'node:fs/promises';
import { transform } from 'esbuild';
import { minify } from 'terser';

/** Sources go through `steps`, functions of a module's code in plain JavaScript and its path, before esbuild bundles them. */
export const sourcesThrough = (...steps) => ({
  name: 'sources-through',
  setup(build) {
    const { target, charset } = build.initialOptions;
    build.onLoad({ filter: /\/(?:widget|admin)\/.*\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const { code } = await transform(source, { loader: 'ts', sourcefile: path, target, charset });
      return { contents: steps.reduce((text, step) => step(text, path), code), loader: 'js' };
    });
  },
});

/** Goes once more over what esbuild has made: terser finds some hundred bytes that esbuild leaves. */
export const tersely = {
  name: 'tersely',
  setup(build) {
    build.onEnd(async ({ outputFiles = [] }) => {
      for (const file of outputFiles.filter(({ path }) => path.endsWith('.js'))) {
        const { code } = await minify(file.text, {
          ecma: 2022,
          module: build.initialOptions.format === 'esm',
          compress: { passes: 3, unsafe: true, pure_getters: true, keep_fargs: false, lhs_constants: false },
        });
        file.contents = new TextEncoder().encode(code);
      }
    });
  },
};
