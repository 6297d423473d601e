import { z } from 'zod';
import { longestDuration } from '../catalog/schema.js';
import { endpoints } from '../lib/endpoint.js';
import { currency, email, language, line, lines, minor, minutes, timeZone, wallTime } from '../lib/fields.js';

const token = z.string().regex(/^[A-Za-z0-9_-]{43}$/, 'must be the token of the link');
const country = z.string().regex(/^[A-Z]{2}$/, 'must be a country code such as PT');

const offered = z.object({
  name: z.string(),
  durationMinutes: z.int(),
  priceMinor: z.int(),
  capacity: z.int(),
  bufferAfterMinutes: z.int(),
});

const weeklyHours = z.object({ weekday: z.int(), start: z.string(), end: z.string() });

/** A kind of business in one language and currency. */
const kind = z.object({
  key: z.string(),
  name: z.string(),
  categories: z.array(z.object({ name: z.string(), services: z.array(offered) })),
  hours: z.array(weeklyHours),
});
export type OfferedKind = z.output<typeof kind>;

const place = z.object({
  language: z.enum(['en', 'de']),
  timeZone: z.string(),
  country: z.string(),
  currency: z.string(),
  /** 1 Monday … 7 Sunday. */
  weekStart: z.int(),
});

const business = z.strictObject({
  name: line(120),
  language,
  timeZone,
  country,
  currency,
  weekStart: z.int().min(1).max(7),
  address: lines(400).default(''),
});

const service = z.strictObject({
  name: line(120),
  durationMinutes: minutes(5, longestDuration),
  priceMinor: minor,
  capacity: z.int().min(1).max(1000).default(1),
  bufferAfterMinutes: minutes(0, 240).default(0),
});

/** A new business, all of it. */
export const newBusiness = z.strictObject({
  business,
  owner: z.strictObject({ name: line(120), email, password: z.string().max(1024) }),
  categories: z
    .array(z.strictObject({ name: line(120), services: z.array(service).min(1).max(40) }))
    .min(1)
    .max(20),
  hours: z
    .array(z.strictObject({ weekday: z.int().min(1).max(7), start: wallTime, end: wallTime }))
    .min(1, 'must have at least one day')
    .max(42),
  provider: z.strictObject({ name: line(120), email: email.nullable().default(null) }),
});
export type NewBusiness = z.output<typeof newBusiness>;

export const firstRunEndpoints = endpoints({
  'POST /first-run/link': {
    who: 'anyone',
    summary: 'What a set-up link offers: a guess of where the business is, and the ready catalogues.',
    body: z.strictObject({
      token,
      /** What the browser says of itself. */
      timeZone: z.string().max(64),
      languages: z.array(z.string().max(35)).max(20),
      /** What was chosen instead of what was guessed. */
      language: z.enum(['en', 'de']).optional(),
      currency: currency.optional(),
      country: country.optional(),
    }),
    answer: z.object({ place, kinds: z.array(kind), countries: z.array(z.string()), currencies: z.array(z.string()) }),
    errors: ['not_found'],
    limit: 'sign-in',
  },
  'POST /first-run': {
    who: 'anyone',
    summary: 'Make the business and its owner, once: the link opens nothing afterwards. Signs the owner in.',
    body: newBusiness.extend({ token }),
    answer: z.object({
      /** Where people reach this server. */
      publicUrl: z.string(),
    }),
    status: 201,
    errors: ['not_found'],
    limit: 'sign-in',
  },
  'GET /launch': {
    who: 'settings.edit',
    summary: 'How far the business is on its way to its first customers.',
    answer: z.object({
      demo: z.boolean(),
      name: z.string(),
      /** The list was put away. */
      hidden: z.boolean(),
      steps: z.object({
        booked: z.boolean(),
        embedded: z.boolean(),
        mail: z.boolean(),
        address: z.boolean(),
        terms: z.boolean(),
      }),
    }),
    errors: [],
    limit: 'read',
  },
  'POST /demo/clearing': {
    who: 'settings.edit',
    summary: 'Remove the demo business with everything in it, accounts too. Answers the token of a set-up link.',
    body: z.strictObject({
      /** The name of the business, as it is shown: so that nobody removes one by a slip. */
      name: z.string().max(120),
    }),
    answer: z.object({ token: z.string() }),
    errors: ['not_found'],
    limit: 'sign-in',
  },
});
