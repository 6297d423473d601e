import { fold } from '../identity.js';

/** The languages in which countries and languages are known by name. */
const spoken = ['en', 'de', 'fr', 'es', 'pt', 'it', 'nl', 'pl'] as const;

/** What people write beside the code and the names that Unicode knows. */
const alsoCountries: Record<string, string> = {
  usa: 'US',
  'u.s.a.': 'US',
  'u.s.': 'US',
  eua: 'US',
  uk: 'GB',
  'great britain': 'GB',
  england: 'GB',
  scotland: 'GB',
  wales: 'GB',
  grossbritannien: 'GB',
  holland: 'NL',
  'the netherlands': 'NL',
  brd: 'DE',
  d: 'DE',
  a: 'AT',
  e: 'ES',
  f: 'FR',
  i: 'IT',
  p: 'PT',
  ch: 'CH',
};

const alsoLanguages: Record<string, string> = { english: 'en', 'brazilian portuguese': 'pt-BR', mandarin: 'zh' };

interface Named {
  byName: Map<string, string>;
  codes: Set<string>;
}

let countries: Named | null = null;
let languages: Named | null = null;

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const pairs = [...letters].flatMap((first) => [...letters].map((second) => first + second));

/** Everything of a kind by its folded names; made when first asked for (some 20 ms). */
function named(type: 'region' | 'language', codes: readonly string[]): Named {
  const byName = new Map<string, string>();
  const known = new Set<string>();
  for (const language of spoken) {
    const names = new Intl.DisplayNames([language], { type, fallback: 'none' });
    for (const code of codes) {
      const name = names.of(code);
      if (name === undefined) continue;
      known.add(code);
      if (!byName.has(fold(name))) byName.set(fold(name), code);
    }
  }
  return { byName, codes: known };
}

/** Codes that Unicode names and that are no country, or no longer one: `DD` is called Deutschland too, and means DE. */
const isCountry = (code: string): boolean =>
  !/^(?:AA|Q[M-Z]|X[A-JL-Z]|ZZ|EU|EZ|UN)$/.test(code) && Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`;

/** The two letters (ISO 3166) of a country by its code or its name; null for what is none. */
export function countryOf(text: string): string | null {
  countries ??= named('region', pairs.filter(isCountry));
  const code = text.toUpperCase();
  const folded = fold(text);
  if (alsoCountries[folded]) return alsoCountries[folded];
  return countries.codes.has(code) ? code : (countries.byName.get(folded) ?? null);
}

/** The tag of a language (`pt`, `pt-BR`) by its tag or its name; null for what is none. */
export function languageOf(text: string): string | null {
  languages ??= named(
    'language',
    pairs.map((pair) => pair.toLowerCase()),
  );
  const [, language = '', region] = /^([a-z]{2})(?:[-_]([a-z]{2}))?$/i.exec(text) ?? [];
  const code = language.toLowerCase();
  if (languages.codes.has(code)) return region ? `${code}-${region.toUpperCase()}` : code;
  const folded = fold(text);
  return languages.byName.get(folded) ?? alsoLanguages[folded] ?? null;
}
