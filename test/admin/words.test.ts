import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { de as deAtOnce } from '../../admin/locales/de.js';
import { en as enAtOnce } from '../../admin/locales/en.js';
import { settingsDe } from '../../admin/settings/words/de.js';
import { settingsEn } from '../../admin/settings/words/en.js';
import { setupDe } from '../../admin/setup/words/de.js';
import { setupEn } from '../../admin/setup/words/en.js';
import { launchDe } from '../../admin/setup/words/launch-de.js';
import { launchEn } from '../../admin/setup/words/launch-en.js';
import type { Catalogue, Message } from '../../widget/kit/words.js';

/** With the words of parts that are fetched by themselves. */
const en = { ...enAtOnce, ...setupEn, ...launchEn, ...settingsEn };
const de = { ...deAtOnce, ...setupDe, ...launchDe, ...settingsDe };

const formsOf = (message: Message): string[] => (typeof message === 'string' ? [message] : Object.values(message));
const placeholders = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!).sort();

/** Every TypeScript file of the admin but its catalogues. */
function sources(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !/locales|words$/.test(entry.parentPath))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .join('\n');
}

describe('the words of the admin', () => {
  const catalogues: Record<string, Catalogue> = { en, de };

  for (const [language, catalogue] of Object.entries(catalogues)) {
    it(`are complete in ${language}: the same keys, the same placeholders, every plural form`, () => {
      expect(Object.keys(catalogue)).to.deep.equal(Object.keys(en));
      const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
      for (const [key, message] of Object.entries(catalogue)) {
        const source = (en as Catalogue)[key]!;
        expect(typeof message, key).to.equal(typeof source);
        if (typeof message === 'object') expect(Object.keys(message), key).to.have.members(forms);
        for (const text of formsOf(message)) {
          expect(text.trim(), key).to.not.equal('');
          const counts = (name: string) => name === 'count';
          const wanted = placeholders(formsOf(source).at(-1)!);
          // “The one customer” says the number without a figure.
          const isOne = typeof message === 'object' && text === (message as { one?: string }).one;
          const said = placeholders(text);
          if (isOne)
            expect(
              said.filter((name) => !counts(name)),
              key,
            ).to.deep.equal(wanted.filter((name) => !counts(name)));
          else expect(said, key).to.deep.equal(wanted);
        }
      }
    });
  }

  it('are all used, and no others are asked for', () => {
    const code = sources('admin');
    const built = [...code.matchAll(/`([a-zA-Z.]+\.)\$\{/g)].map(([, start]) => start!);
    const unused = Object.keys(en).filter(
      (key) => !code.includes(`'${key}'`) && !built.some((start) => key.startsWith(start)),
    );
    expect(unused).to.deep.equal([]);
    const asked = [...code.matchAll(/\bt\(\s*'([\w.]+)'/g)].map(([, key]) => key!);
    expect(asked.filter((key) => !(key in en))).to.deep.equal([]);
  });
});
