import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { helpNames } from '../../admin/help/contents.js';
import { de as deAtOnce } from '../../admin/locales/de.js';
import { en as enAtOnce } from '../../admin/locales/en.js';
import { routeOf, routes } from '../../admin/routes.js';
import { settingsDe } from '../../admin/settings/words/de.js';
import { settingsEn } from '../../admin/settings/words/en.js';
import type { Catalogue } from '../../widget/kit/words.js';
import { root } from '../support/import-graph.js';

interface HelpText {
  title: string;
  updated: string;
  related: string[];
  html: string;
}

const languages: Record<string, Catalogue> = {
  en: { ...enAtOnce, ...settingsEn },
  de: { ...deAtOnce, ...settingsDe },
};
const textsOf = (catalogue: Catalogue): Set<string> =>
  new Set(
    Object.values(catalogue).flatMap((message) => (typeof message === 'string' ? [message] : Object.values(message))),
  );

describe('the help (A127)', () => {
  let pageFromMarkdown: (markdown: string, path: string) => HelpText;
  before(async () => {
    // A plain script, since it runs before TypeScript is installed.
    const piece = new URL('../../server/setup/markdown-as-page.mjs', import.meta.url).href;
    ({ pageFromMarkdown } = (await import(piece)) as { pageFromMarkdown: typeof pageFromMarkdown });
  });
  const markdownOf = (language: string, name: string): string =>
    readFileSync(join(root, 'admin/help', language, `${name}.md`), 'utf8');

  it('has a page for every page of the admin', () => {
    expect(routes.filter(({ help }) => !help).map(({ path }) => path)).to.deep.equal([]);
  });

  for (const [language, catalogue] of Object.entries(languages)) {
    describe(`in ${language}`, () => {
      it('has every page and no other', () => {
        const files = readdirSync(join(root, 'admin/help', language)).map((file) => file.replace(/\.md$/, ''));
        expect(files.sort()).to.deep.equal([...helpNames].sort());
      });

      for (const name of helpNames) {
        it(`says in ${name} when it was updated, what it is about, and what to read next`, () => {
          const page = pageFromMarkdown(markdownOf(language, name), name);
          expect(page.title).not.to.equal('');
          expect(Date.parse(page.updated)).to.be.a('number').and.not.NaN;
          expect(
            page.related.filter((other) => !(helpNames as readonly string[]).includes(other) || other === name),
          ).to.deep.equal([]);
          expect(page.related.length, 'neighbours').to.be.within(1, 6);
          const words = page.html.replace(/<[^>]+>/g, ' ').split(/\s+/).length;
          expect(words, 'short, yet not empty').to.be.within(40, 450);
        });

        it(`names in ${name} only what the admin says itself, and links only to pages that are there`, () => {
          const { html } = pageFromMarkdown(markdownOf(language, name), name);
          const known = textsOf(catalogue);
          const bold = [...html.matchAll(/<strong>(.*?)<\/strong>/g)].map(([, text]) => unescaped(text!));
          expect(bold.filter((text) => !known.has(text))).to.deep.equal([]);
          const links = [...html.matchAll(/href="([^"]*)"/g)].map(([, address]) => address!);
          expect(links.filter((address) => !leads(address))).to.deep.equal([]);
        });
      }
    });
  }

  it('refuses a page without a date', () => {
    expect(() => pageFromMarkdown('---\ntitle: Customers\n---\nText', 'x.md')).to.throw(/x\.md needs a head/);
    expect(() => pageFromMarkdown('Text', 'x.md')).to.throw(/needs a head/);
  });
});

function leads(address: string): boolean {
  const help = /^\/admin\/help\/([a-z]+)$/.exec(address);
  return help ? (helpNames as readonly string[]).includes(help[1]!) : routeOf(address) !== undefined;
}

const unescaped = (html: string): string =>
  html.replaceAll('&#39;', '’').replaceAll('&quot;', '"').replaceAll('&amp;', '&').replaceAll('&lt;', '<');
