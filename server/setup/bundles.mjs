import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cssAsOneText, cssAsText, noCss } from './css-as-text.mjs';
import { markdownAsPage } from './markdown-as-page.mjs';
import { numberedKeys } from './number-keys.mjs';
import { privateNames } from './private-names.mjs';
import { scriptsThrough, sourcesThrough, terse } from './shrink.mjs';

/** What Baseline had in every browser by the spring of 2024: nesting, `light-dark()` and `color-mix()` stay as written. */
const browsers = ['chrome123', 'firefox121', 'safari17.5'];

const browser = {
  platform: 'browser',
  minify: true,
  target: browsers,
  charset: 'utf8',
  plugins: [sourcesThrough(), cssAsText],
  legalComments: 'none',
};

/** What the kit has a look for and the embed never shows; `test/widget/build.test.ts` holds it to that. */
const unseen = [
  '.bookpane :where(a)',
  '.button.danger',
  '.button.wide',
  '.button[aria-pressed',
  '.field ::placeholder',
  '.field :is(input,select,textarea):disabled',
];

/** The widget that other sites embed: every byte is fetched by all their visitors. */
function embedded(root) {
  const { edition, rewrite } = numberedKeys(join(root, 'widget/locales/en.ts'));
  const { plugin, join: joinCss } = cssAsOneText(unseen);
  return {
    ...browser,
    define: { EDITION: JSON.stringify(edition) },
    mangleProps: privateNames,
    plugins: [sourcesThrough(rewrite), plugin, scriptsThrough(terse, joinCss)],
    outdir: 'dist/browser',
  };
}

/** Beside English, which the embed holds (widget/booking/languages.ts). */
const languages = ['de'];

/**
 * Everything that is built: `name` for its metafile, esbuild's options, and `entry`. An entry that does not exist is left out.
 * Files land under `dist/` at `outdir`.
 */
const bundlesOf = (root) => [
  {
    name: 'server',
    entry: 'server/main.ts',
    options: {
      platform: 'node',
      format: 'esm',
      target: 'node20',
      packages: 'external',
      outdir: 'dist/server',
      // Node finds the map by its link; the map is never under a folder that is served.
      sourcemap: 'linked',
      loader: { '.html': 'text', '.txt': 'text' },
      plugins: [cssAsText],
    },
  },
  // A classic script: document.currentScript is null in a module (DESIGN, section 8).
  { name: 'embed', entry: 'widget/embed.ts', options: { ...embedded(root), format: 'iife' } },
  // The widget's words in other languages, each fetched by who reads it.
  ...languages.map((language) => ({
    name: `embed-${language}`,
    entry: `widget/locales/${language}.ts`,
    options: { ...embedded(root), format: 'esm', entryNames: `embed-${language}` },
  })),
  // The second half of the widget's details, fetched where a business asks for more than name and contact (widget/booking/more.ts).
  {
    name: 'embed-more',
    entry: 'widget/more/more.ts',
    options: {
      ...browser,
      alias: { preact: './widget/more/handed-preact.ts', 'preact/hooks': './widget/more/handed-preact.ts' },
      plugins: [sourcesThrough(), noCss, scriptsThrough(terse)],
      format: 'esm',
      outdir: 'dist/browser',
      entryNames: 'embed-more',
    },
  },
  { name: 'page', entry: 'widget/page.ts', options: { ...browser, format: 'esm', outdir: 'dist/browser' } },
  {
    name: 'admin',
    entry: 'admin/main.ts',
    options: {
      ...browser,
      plugins: [...browser.plugins, markdownAsPage],
      format: 'esm',
      splitting: true,
      outdir: 'dist/browser',
      entryNames: 'admin',
      chunkNames: 'admin-[name]-[hash]',
    },
  },
  {
    name: 'kit',
    entry: 'widget/kit/gallery.ts',
    options: { ...browser, format: 'esm', outdir: 'dist/browser', entryNames: 'kit' },
  },
];

/** The bundles whose entry exists in `root`, as options for esbuild. */
export const bundlesIn = (root) =>
  bundlesOf(root)
    .filter(({ entry }) => existsSync(join(root, entry)))
    .map(({ name, entry, options }) => ({
      name,
      options: {
        ...options,
        absWorkingDir: root,
        entryPoints: [entry],
        bundle: true,
        metafile: true,
        write: false,
        logLevel: 'silent',
      },
    }));
