import { currencyFormat } from './formats.js';
import type { Moment } from './moments.js';

/** What a letter says, before it is made into text or HTML. All of it is plain text; what a person typed stands in it as typed. */
export interface Letter {
  language: string;
  business: string;
  subject: string;
  /** Colour, sign and word go together. */
  status: { kind: 'good' | 'waiting' | 'off'; word: string };
  moment: Moment;
  /** The same span on the reader's own clock, where that differs. */
  ownMoment: string | null;
  intro: string;
  facts: Fact[];
  button: { label: string; url: string } | null;
  notes: string[];
  footer: string[];
}

export interface Fact {
  label: string;
  lines: string[];
  /** The lines after the first say it in more detail. */
  quiet?: true;
  href?: string;
}

/** One line without control characters: what stood in the way of a header or a sentence becomes a space (ATTACKS S103). */
export const oneLine = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must go
    .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ')
    .trim();

/** The text of several lines without blank ones. */
export const textLines = (text: string): string[] =>
  text
    .split(/\r\n|[\r\n\u2028\u2029]/)
    .map(oneLine)
    .filter(Boolean);

/** An amount in minor units, as people of the locale write it. */
export function price(locale: string, minor: number, currency: string): string {
  const format = currencyFormat(locale, currency);
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  return format.format(minor / 10 ** digits);
}
