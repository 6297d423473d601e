const made = new Map<string, unknown>();

/** Intl's formatters are slow to make and free to keep: one for each language and set of options. */
function kept<Formatter, Options>(
  Format: new (language: string, options: Options) => Formatter,
  language: string,
  options: Options,
): Formatter {
  const key = Format.name + language + JSON.stringify(options);
  if (!made.has(key)) made.set(key, new Format(language, options));
  return made.get(key) as Formatter;
}

export const dateFormat = (language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  kept(Intl.DateTimeFormat, language, options);

export const numberFormat = (language: string, options: Intl.NumberFormatOptions): Intl.NumberFormat =>
  kept(Intl.NumberFormat, language, options);
