import { countries } from '../../../widget/kit/countries.js';
import type { ComboOption } from '../../kit/combo-matches.js';

/** The languages that customers are most often written to in; one that is not among them stays as it is. */
const languages =
  'ar bg bn cs da de el en es et fa fi fr he hi hr hu id it ja ko lt lv ms nb nl pl pt pt-BR ro ru sk sl sq sr sv th tr uk vi zh'.split(
    ' ',
  );

const kept = new Map<string, readonly ComboOption[]>();

function named(type: 'region' | 'language', codes: readonly string[], language: string): readonly ComboOption[] {
  const key = `${type} ${language}`;
  let options = kept.get(key);
  if (!options) {
    const names = new Intl.DisplayNames(language, { type });
    const collator = new Intl.Collator(language);
    options = codes
      .map((value) => ({ value, label: names.of(value) ?? value }))
      .sort((left, right) => collator.compare(left.label, right.label));
    kept.set(key, options);
  }
  return options;
}

/** All countries by their names in a language, in its order. */
export const countryOptions = (language: string): readonly ComboOption[] => named('region', countries, language);

export const languageOptions = (language: string): readonly ComboOption[] => named('language', languages, language);

let zones: readonly ComboOption[] | undefined;

export function timeZoneOptions(): readonly ComboOption[] {
  zones ??= Intl.supportedValuesOf('timeZone').map((value) => ({ value, label: value.replaceAll('_', ' ') }));
  return zones;
}

/** What a code is called; the code itself where it has no name. */
export const labelOf = (options: readonly ComboOption[], value: string): string =>
  options.find((option) => option.value === value)?.label ?? value;
