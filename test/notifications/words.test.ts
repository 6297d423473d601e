import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { en } from '../../server/notifications/words/en.js';
import type { WordKey } from '../../server/notifications/words/words.js';
import { catalogues, fill, speechFor } from '../../server/notifications/words/words.js';

const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

describe('the words of letters', () => {
  for (const [language, { words }] of Object.entries(catalogues)) {
    it(`have the same keys in ${language} as in English, none empty`, () => {
      expect(Object.keys(words)).to.deep.equal(Object.keys(en));
      expect(Object.values(words).filter((text) => text.trim() === '')).to.deep.equal([]);
    });

    it(`name the same values in ${language} as in English`, () => {
      for (const key of Object.keys(en) as WordKey[])
        expect(placeholders(words[key]), key).to.deep.equal(placeholders(en[key]));
    });
  }

  it('are all used', () => {
    const folder = 'server/notifications';
    const code = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.startsWith('words/'))
      .map((file) => readFileSync(join(folder, file), 'utf8'))
      .join('\n');
    // `confirmation.subject` is made from a template's name.
    const made = /^[a-z-]+\.(?:(?:customer|business)\.)?(?:subject|intro|note)$/;
    const unused = Object.keys(en).filter((key) => !made.test(key) && !code.includes(`'${key}'`));
    expect(unused).to.deep.equal([]);
  });

  it('are those of the first language there is, with its region, or English', () => {
    expect(speechFor('de-AT', 'en')).to.include({ language: 'de', locale: 'de-AT' });
    expect(speechFor('fr', 'de')).to.include({ language: 'de', locale: 'de-DE' });
    expect(speechFor('fr', 'pt')).to.include({ language: 'en', locale: 'en-GB' });
    expect(speechFor('../../etc/passwd', '__proto__', 'constructor')).to.include({ language: 'en' });
  });

  it('are filled in once: braces in a value are only braces (S39)', () => {
    expect(fill('Hello {name}, {business}', { name: '{business} {{7*7}} $& $1', business: 'Aurora' })).to.equal(
      'Hello {business} {{7*7}} $& $1, Aurora',
    );
  });
});
