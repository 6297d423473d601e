// biome-ignore-all lint/suspicious/noTemplateCurlyInString: templates as the texts of sources
import { expect } from 'chai';
import type { BuildOptions } from 'esbuild';
import { h } from 'preact';
import { html } from '../../widget/kit/html.js';
import { codeOf, filesBelow, metafileOf, root } from '../support/import-graph.js';

// Plain scripts, which run before TypeScript is installed.
const piece = async (name: string) => import(new URL(`../../server/setup/${name}`, import.meta.url).href);

describe('what the build does to the widget', () => {
  it('turns templates into the calls that htm would make', async () => {
    const { compileTemplates } = (await piece('compile-templates.mjs')) as { compileTemplates(code: string): string };
    const look = 'wide';
    const more = { id: 'x', title: 'A “b”' };
    const list = [1, 2];
    const templates = {
      attributes: 'html`<p class="a ${look} b" data-x=${look}-y hidden ...${more}>It’s  two</p>`',
      nesting: 'html`<ul>\n  ${list.map((n) => html`<li key=${n}>${n}</li>`)}\n  <li>last <br />${look}</li>\n</ul>`',
      several: 'html`<i></i>${look && html`<b>${look}</b>`} <!-- no --> ${false}`',
      props: 'html`<img ...${more} alt="" title=${look}${look} />`',
      expression: 'html`${look}`',
    };
    for (const [name, template] of Object.entries(templates)) {
      const code = compileTemplates(`export const made = ${template};`);
      expect(code, name).not.to.include('html`');
      const [, call] = /made = (.*);$/s.exec(code) ?? [];
      const run = (text: string, function_: string, value: unknown) =>
        new Function(function_, 'look', 'more', 'list', `return ${text}`)(value, look, more, list);
      expect(plain(run(call!, 'elementOf', h)), name).to.deep.equal(plain(run(template, 'html', html)));
    }
  });

  it('numbers the words, and tells two numberings apart', async () => {
    const { numberedKeys } = (await piece('number-keys.mjs')) as { numberedKeys(path: string): Numbering };
    const { edition, rewrite } = numberedKeys('widget/locales/en.ts');
    const asked = rewrite(
      "const a = [t(more ? 'review.book' : 'back'), t('back'), 'back', 'details.email'];",
      'widget/a.ts',
    );
    expect(asked).to.match(/^const a = \[t\(more \? \d+ : 3\), t\(3\), 'back', \d+\];$/);
    expect(() => rewrite("export const fr = { loading: 'Un instant' };", 'widget/locales/fr.ts')).to.throw(
      'widget.label',
    );
    expect(edition).to.match(/^[0-9a-f]{6}$/);
  });

  it('folds constants of the CSS and leaves what pages and scripts speak of', async () => {
    const { tightened } = (await piece('tighten-css.mjs')) as { tightened(css: string, script: string): string };
    const css =
      '.a{--gap: 4px;--none: 1px;--own: var(--bookpane-accent, red);--set: 1px}.b{gap:var(--gap);color:var(--own);background:var(--own);inline-size:calc(1px + var(--set) * 2)}';
    expect(tightened(css, '"--set"')).to.equal(
      '.a{--0:var(--bookpane-accent,red);--set:1px}.b{gap:4px;color:var(--0);background:var(--0);inline-size:calc(1px + var(--set)*2)}',
    );
  });
});

describe('what the widget fetches only where it is needed', () => {
  it('is drawn with the Preact of the embed, and holds none and no look of its own', async () => {
    const { bundlesIn } = (await piece('bundles.mjs')) as {
      bundlesIn(root: string): { name: string; options: BuildOptions }[];
    };
    const { options } = bundlesIn(root).find(({ name }) => name === 'embed-more')!;
    const { outputs } = await metafileOf(options);
    const held = Object.values(outputs).flatMap(({ inputs }) => Object.entries(inputs));
    const paths = held.filter(([, { bytesInOutput }]) => bytesInOutput > 0).map(([path]) => path);
    expect(paths.filter((path) => /node_modules\/(?!lucide)/.test(path))).to.deep.equal([]);
    expect(paths).to.include('widget/more/handed-preact.ts');
  });

  it('shows nothing whose look the build leaves out of the embed', () => {
    const shown = [...filesBelow('widget/booking', '.ts'), ...filesBelow('widget/more', '.ts')];
    const left = /kind: 'danger'|\b(?:wide|pressed|placeholder): |<a\b/;
    expect(shown.filter((file) => left.test(codeOf(file)))).to.deep.equal([]);
  });
});

interface Numbering {
  edition: string;
  rewrite(code: string, path: string): string;
}

/** A virtual node without what tells one drawing from the next. */
const plain = (node: unknown): unknown =>
  JSON.parse(JSON.stringify(node ?? null, (name, value) => (/^__/.test(name) ? undefined : value)));
