/** One text of a catalogue: words with `{placeholders}`, or one for each plural form of its `count`. */
export type Message = string | ({ other: string } & Partial<Record<Intl.LDMLPluralRule, string>>);
export type Catalogue = Readonly<Record<string, Message>>;

/** The same keys in another language: what `de.ts` satisfies. */
export type Translation<Source extends Catalogue> = { [Key in keyof Source]: Message };

type Names<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never;
type Placeholders<M> = M extends string ? Names<M> : { [Form in keyof M]: Names<M[Form]> }[keyof M] | 'count';
type Values<M> = { [Name in Placeholders<M>]: string | number };
type Wanted<M> = [Placeholders<M>] extends [never] ? [] : [values: Values<M>];

/** The words of one language. */
export interface Words<Source extends Catalogue> {
  /** For Intl: the visitor's own variant where it belongs to the language (`en-GB`), else the language (`en`). */
  language: string;
  direction: 'ltr' | 'rtl';
  /** The text of a key, with its placeholders filled: `t('service.from', { price: '€48' })`. */
  t: <Key extends keyof Source & string>(key: Key, ...values: Wanted<Source[Key]>) => string;
}

const rightToLeft = /^(?:ar|dv|fa|he|ku|ps|sd|ug|ur|yi)\b/;

/**
 * The first of the wished languages that there is a catalogue for, or `otherwise`. `wished` goes from the most to the least
 * wanted; `de-AT` is served by `de` and keeps its own dates and numbers.
 */
export function chooseLanguage(
  known: readonly string[],
  wished: readonly (string | null | undefined)[],
  otherwise = 'en',
): string {
  for (const wish of wished) {
    if (wish && /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(wish) && known.includes(wish.split('-')[0]!.toLowerCase())) {
      return wish;
    }
  }
  return otherwise;
}

/** The words for `language`, which came from `chooseLanguage`. */
export function createWords<Source extends Catalogue>(
  catalogues: { en: Source } & Record<string, Translation<Source>>,
  language: string,
): Words<Source> {
  const catalogue = (catalogues[language.split('-')[0]!.toLowerCase()] ?? catalogues.en) as Source;
  const plurals = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(language);
  return {
    language,
    direction: rightToLeft.test(language) ? 'rtl' : 'ltr',
    t(key, ...[values]) {
      const message = catalogue[key] as Message;
      const given = (values ?? {}) as Record<string, string | number>;
      const text =
        typeof message === 'string' ? message : (message[plurals.select(Number(given['count']))] ?? message.other);
      return text.replace(/\{(\w+)\}/g, (_, name: string) => {
        const value = given[name];
        return typeof value === 'number' ? numbers.format(value) : (value ?? '');
      });
    },
  };
}
