import { z } from 'zod';
import { canonicalTimeZone, DAY, formatInstant, parseDay } from './time-zone.js';

/*
 * The field types that schemas are built from. Each accepts one spelling and says what is wrong in words a person can act on.
 */

// biome-ignore lint/suspicious/noControlCharactersInRegex: this is the rule that keeps them out (ATTACKS S41, S103)
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: as above, and no line ends either
const controlsAndLineEnds = /[\u0000-\u001f\u007f\u2028\u2029]/;

/** One line of text: trimmed, no control characters or line ends. */
export const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1, 'must not be empty')
    .max(max, `must be at most ${max} characters`)
    .refine((text) => !controlsAndLineEnds.test(text), 'must be one line without control characters');

/** Text of several lines; may be empty. */
export const lines = (max: number) =>
  z
    .string()
    .trim()
    .max(max, `must be at most ${max} characters`)
    .refine((text) => !controls.test(text), 'must not contain control characters')
    .transform((text) => text.replaceAll('\r\n', '\n'));

/** An id in a body: a positive whole number. */
export const id = z.int().positive('must be an id').max(Number.MAX_SAFE_INTEGER);

/** An id in a path or a query: the same number in decimal digits and in no other spelling. */
export const idText = z
  .string()
  .regex(/^[1-9]\d{0,15}$/, 'must be an id')
  .transform(Number)
  .refine(Number.isSafeInteger, 'must be an id');

/** A whole number in a query. */
export const numberText = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, 'must be a whole number')
    .transform(Number)
    .refine((value) => value >= min && value <= max, `must be from ${min} to ${max}`);

/** Whole minutes. */
export const minutes = (min: number, max: number) => z.int('must be whole minutes').min(min).max(max);

/** An amount in the currency's minor unit (cents): never negative, never a fraction. */
export const minor = z.int('must be a whole number of minor units').min(0).max(1_000_000_000_00);

/** ISO 4217 code that this runtime can format. */
export const currency = z
  .string()
  .regex(/^[A-Z]{3}$/, 'must be a currency code such as EUR')
  .refine((code) => Intl.supportedValuesOf('currency').includes(code), 'must be a currency code such as EUR');

/** Time zones are known from here on, and arithmetic on dates has room on both sides. */
const firstYear = 1970;
const lastYear = 2199;
const isWithinYears = (text: string): boolean =>
  Number(text.slice(0, 4)) >= firstYear && Number(text.slice(0, 4)) <= lastYear;

/** A date `YYYY-MM-DD` that exists. */
export const day = z
  .string()
  .max(10)
  .refine((text) => parseDay(text) !== null, 'must be a date written YYYY-MM-DD')
  .refine(isWithinYears, `must be a date from ${firstYear} to ${lastYear}`);

/** A wall-clock time `HH:MM`, or `24:00` as the end of a day. */
export const wallTime = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'must be a time written HH:MM');

/** An instant in UTC, `YYYY-MM-DDTHH:MM:SSZ`: a local time or an offset is refused (ATTACKS S56, S65). */
export const instant = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/, 'must be an instant in UTC written YYYY-MM-DDTHH:MM:SSZ')
  // The 30th of February would be read as a day of March.
  .refine((text) => {
    const instant = Date.parse(text);
    return !Number.isNaN(instant) && formatInstant(instant) === text;
  }, 'must be an instant that exists')
  .refine(isWithinYears, `must be from the year ${firstYear} to ${lastYear}`);

export const timeZone = z
  .string()
  .max(64, 'must be a time zone such as Europe/Lisbon')
  .transform((name, context) => {
    const canonical = canonicalTimeZone(name);
    if (canonical === null) context.addIssue({ code: 'custom', message: 'must be a time zone such as Europe/Lisbon' });
    return canonical ?? name;
  });

/**
 * One e-mail address by RFC 5321's everyday form: dot-atom local part, host name with a dot. Quoted local parts, comments, lists
 * and display names are refused on purpose (ATTACKS S103, S104).
 */
export const email = z
  .string()
  .trim()
  .max(254, 'must be at most 254 characters')
  .regex(
    /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z][A-Za-z0-9-]{0,61}[A-Za-z0-9]$/,
    'must be an e-mail address such as ana@example.com',
  )
  .refine((address) => address.indexOf('@') <= 64, 'must be an e-mail address such as ana@example.com');

/** A telephone number as typed: digits with the usual signs. */
export const phone = z
  .string()
  .trim()
  .max(40, 'must be at most 40 characters')
  .regex(/^\+?[\d ()./-]{5,}$/, 'must be a telephone number such as +351 912 345 678');

/** A picture's or page's address: http(s) or a path of this site, never `javascript:` or `data:` (ATTACKS S48). */
export const webAddress = z
  .string()
  .max(500)
  .refine((text) => /^\/(?![/\\])/.test(text) || /^https?:\/\/[^\s\\]+$/.test(text), 'must be a web address');

export const colour = z.string().regex(/^#[0-9a-f]{6}$/i, 'must be a colour such as #7c3aed');

export const language = z
  .string()
  .regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/, 'must be a language such as en or pt-BR')
  .max(35);

/** Page and page size of a list, with the totals that go with them. */
export const pageQuery = { page: numberText(1, 100_000).optional(), pageSize: numberText(1, 100).optional() };
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), total: z.int(), page: z.int(), pageSize: z.int() });

/** `from` and `to` as an inclusive range of at most `max` days. */
export const atMostDays = (max: number) => (range: { from: string; to: string }) => {
  const days = (Date.parse(range.to) - Date.parse(range.from)) / DAY + 1;
  return days >= 1 && days <= max;
};
