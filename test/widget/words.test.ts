import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect } from 'chai';
import type { Catalogue, Message } from '../../widget/kit/words.js';
import { chooseLanguage, createWords } from '../../widget/kit/words.js';

interface Book {
  name: string;
  folders: string[];
  /** File and export of each language. */
  languages: Record<string, [file: string, name: string]>;
}

const books: Book[] = [
  {
    name: 'the widget',
    folders: ['widget'],
    languages: { en: ['widget/locales/en.ts', 'en'], de: ['widget/locales/de.ts', 'de'] },
  },
  {
    name: 'what few businesses ask',
    folders: ['widget'],
    languages: { en: ['widget/locales/more-en.ts', 'moreEn'], de: ['widget/locales/more-de.ts', 'moreDe'] },
  },
  {
    name: "the visitors' pages",
    folders: ['widget'],
    languages: { en: ['widget/locales/pages-en.ts', 'pagesEn'], de: ['widget/locales/pages-de.ts', 'pagesDe'] },
  },
];

for (const { name, folders, languages } of books) {
  const there = Object.values(languages).every(([file]) => existsSync(file));
  if (!there) continue;

  describe(`the words of ${name}`, () => {
    const catalogues: Record<string, Catalogue> = {};
    before(async () => {
      for (const [language, [file, exported]] of Object.entries(languages)) {
        catalogues[language] = (await import(pathToFileURL(file).href))[exported];
      }
    });
    const others = Object.keys(languages).filter((language) => language !== 'en');
    const source = folders.flatMap(sources).join('\n');

    for (const other of others) {
      it(`has every key of English in ${other}, and none beside`, () => {
        expect(Object.keys(catalogues[other]!).sort()).to.deep.equal(Object.keys(catalogues['en']!).sort());
      });

      it(`has the same placeholders in ${other}`, () => {
        for (const [key, message] of Object.entries(catalogues['en']!)) {
          const told = placeholders(catalogues[other]![key]!);
          expect(told, key).to.deep.equal(placeholders(message));
        }
      });
    }

    it('has the plural forms that each language needs', () => {
      for (const [language, catalogue] of Object.entries(catalogues)) {
        const wanted = new Intl.PluralRules(language).resolvedOptions().pluralCategories.slice().sort();
        for (const [key, message] of Object.entries(catalogue)) {
          if (typeof message !== 'string')
            expect(Object.keys(message).sort(), `${language} ${key}`).to.deep.equal(wanted);
        }
      }
    });

    it('has no key that nothing shows', () => {
      const unused = Object.keys(catalogues['en']!).filter((key) => !source.includes(`'${key}'`) && !madeFrom(key));
      expect(unused).to.deep.equal([]);
    });

    it('has every key that is asked for', () => {
      const asked = [...source.matchAll(/\bt\(\s*'([^']+)'/g)].map(([, key]) => key!);
      const all = new Set(books.flatMap((book) => (book.folders[0] === folders[0] ? keysOf(book) : [])));
      expect(asked.filter((key) => !all.has(key))).to.deep.equal([]);
    });

    /** Keys put together from parts, `t(`status.${status}`)` or `t(`${kind}.title`)`. */
    function madeFrom(key: string): boolean {
      return [...source.matchAll(/`([\w.]*)\$\{[^}]+\}([\w.]*)`/g)].some(
        ([, before, after]) =>
          (before!.includes('.') || /^\.\w/.test(after!)) && key.startsWith(before!) && key.endsWith(after!),
      );
    }
    function keysOf(book: Book): string[] {
      const text = readFileSync(book.languages['en']![0], 'utf8');
      return [...text.matchAll(/^ {2}'?([\w.]+)'?:/gm)].map(([, key]) => key!);
    }
  });
}

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'locales' ? [] : sources(path);
    return path.endsWith('.ts') ? [readFileSync(path, 'utf8')] : [];
  });
}

/** The names in a message; the forms of a plural may leave out the number. */
function placeholders(message: Message): string[] {
  const text = typeof message === 'string' ? message : Object.values(message).join(' ');
  return [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!))].sort();
}

describe('words', () => {
  const en = { greeting: 'Hello {name}', free: { one: '{count} free time', other: '{count} free times' } } as const;
  const de = { greeting: 'Guten Tag, {name}', free: { one: '{count} freie Zeit', other: '{count} freie Zeiten' } };

  it('fill placeholders with text as it is, markup and all (S42)', () => {
    const { t } = createWords({ en, de }, 'en');
    expect(t('greeting', { name: '<b>{count}</b>' })).to.equal('Hello <b>{count}</b>');
  });

  it('take the plural form and the digits of the language', () => {
    const { t } = createWords({ en, de }, 'de');
    expect([1, 2, 12000].map((count) => t('free', { count }))).to.deep.equal([
      '1 freie Zeit',
      '2 freie Zeiten',
      '12.000 freie Zeiten',
    ]);
  });

  it('are in the first wished language that there is, English otherwise, and whatever nonsense a page writes', () => {
    const known = ['en', 'de'];
    expect(chooseLanguage(known, [null, 'fr', 'de-AT', 'en'])).to.equal('de-AT');
    expect(chooseLanguage(known, ['fr', undefined])).to.equal('en');
    expect(chooseLanguage(known, ['../../etc/passwd', 'constructor', 'de_DE', 'de'])).to.equal('de');
  });

  it('read from right to left in the languages that do', () => {
    expect(createWords({ en }, 'ar').direction).to.equal('rtl');
    expect(createWords({ en }, 'en').direction).to.equal('ltr');
  });
});
