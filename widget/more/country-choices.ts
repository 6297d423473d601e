import { countries } from '../kit/countries.js';

interface Choice {
  value: string;
  label: string;
}

const kept = new Map<string, Choice[]>();

/** All countries by their names in a language, in its order; the business's own comes first, since most visitors are of there. */
export function countriesFrom(language: string, own: string): Choice[] {
  const key = language + own;
  let choices = kept.get(key);
  if (!choices) {
    const names = new Intl.DisplayNames(language, { type: 'region' });
    const { compare } = new Intl.Collator(language);
    choices = countries
      .map((value) => ({ value, label: names.of(value) ?? value }))
      .sort(
        (left, right) => Number(right.value === own) - Number(left.value === own) || compare(left.label, right.label),
      );
    kept.set(key, choices);
  }
  return choices;
}
