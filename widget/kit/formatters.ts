const made = new Map<string, unknown>();

/** Intl's formatters are slow to make and free to keep: one for each language and set of options. */
function kept<Formatter>(kind: string, language: string, options: object, make: () => Formatter): Formatter {
  const key = kind + language + JSON.stringify(options);
  const known = made.get(key) as Formatter | undefined;
  if (known) return known;
  const fresh = make();
  made.set(key, fresh);
  return fresh;
}

export const dateFormat = (language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  kept('date', language, options, () => new Intl.DateTimeFormat(language, options));

export const numberFormat = (language: string, options: Intl.NumberFormatOptions): Intl.NumberFormat =>
  kept('number', language, options, () => new Intl.NumberFormat(language, options));
