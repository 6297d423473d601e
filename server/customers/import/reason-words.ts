import type { RowIssue, RowIssueReason } from './fields.js';

/** What is wrong with a cell, in the column that is added to a file of refused rows. The admin has words of its own. */
const words: Record<'en' | 'de', Record<RowIssueReason | 'title', string>> = {
  en: {
    title: 'Reason',
    required: 'is missing',
    too_long: 'is too long',
    control: 'holds control characters',
    email: 'is no e-mail address',
    phone: 'is no telephone number',
    date: 'is no date of birth',
    gender: 'is no gender that is known here',
    yes_no: 'is neither yes nor no',
    country: 'is no country',
    language: 'is no language',
    time_zone: 'is no time zone',
    columns: 'the row has more cells than the file has columns',
  },
  de: {
    title: 'Grund',
    required: 'fehlt',
    too_long: 'ist zu lang',
    control: 'enthält Steuerzeichen',
    email: 'ist keine E-Mail-Adresse',
    phone: 'ist keine Telefonnummer',
    date: 'ist kein Geburtsdatum',
    gender: 'ist kein hier bekanntes Geschlecht',
    yes_no: 'ist weder Ja noch Nein',
    country: 'ist kein Land',
    language: 'ist keine Sprache',
    time_zone: 'ist keine Zeitzone',
    columns: 'die Zeile hat mehr Zellen als die Datei Spalten',
  },
};

const wordsOf = (language: string) => (language.startsWith('de') ? words.de : words.en);

export const reasonTitle = (language: string): string => wordsOf(language).title;

/** `Phone: is no telephone number`, with the name of the column in the file where it has one. */
export function reasonText(language: string, { column, field, reason }: RowIssue, names: readonly string[]): string {
  const text = wordsOf(language)[reason];
  const name = (column === null ? null : names[column]) || field;
  return name ? `${name}: ${text}` : text;
}
