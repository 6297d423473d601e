const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const made = new Map<string, { value: string; label: string }[]>();

/** Codes that have a name and are no country, or an old one's. */
const isCountry = (code: string): boolean =>
  !/^(?:AA|Q[M-Z]|X[A-JL-Z]|ZZ|EU|EZ|UN)$/.test(code) && Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`;

/** Every country by its name in a language. */
export function countryOptions(language: string): { value: string; label: string }[] {
  const known = made.get(language);
  if (known) return known;
  const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
  const options = letters
    .flatMap((first) => letters.map((second) => first + second))
    .filter(isCountry)
    .flatMap((value) => {
      const label = names.of(value);
      return label === undefined ? [] : [{ value, label }];
    })
    .sort((left, right) => left.label.localeCompare(right.label, language));
  made.set(language, options);
  return options;
}
