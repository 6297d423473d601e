import type { ComboOption } from '../../kit/combo-matches.js';

/** ISO 3166-1, and Kosovo by the code that everybody uses. */
const countries =
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW'.split(
    ' ',
  );

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
