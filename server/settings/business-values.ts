import { z } from 'zod';
import { colour, lines, minutes, timeZone } from '../lib/fields.js';
import { siteOrigin } from './site-origin.js';

export const themes = ['auto', 'light', 'dark'] as const;

/** What an own colour is written as: lower case, so that the same one is never two. */
const accent = colour.transform((text) => text.toLowerCase());

/** What new services begin with. */
const year = 365 * 24 * 60;

/** What a business says of itself, how it looks, and what visitors and new services go by. */
export const businessValues = {
  /** Where it is, on its own pages and in its mails; '' for nothing. */
  address: { schema: lines(400), initial: '' },
  /** For what belongs to no location; null: the first location's. */
  timeZone: { schema: timeZone.nullable(), initial: null },
  /** The colour of buttons and links in widget, pages and mails; null: Bookpane's own. */
  accent: { schema: accent.nullable(), initial: null },
  /** How the hosted booking page looks; elsewhere the site's own attribute says so. */
  theme: { schema: z.enum(themes), initial: 'auto' as (typeof themes)[number] },
  /** Whose pages may show the booking; none named: anybody's. */
  allowedSites: {
    schema: z
      .array(siteOrigin)
      .max(50, 'must be at most 50 sites')
      .transform((sites) => [...new Set(sites)]),
    initial: [] as string[],
  },
  newServiceStep: { schema: minutes(5, 24 * 60), initial: 15 },
  newServiceLead: { schema: minutes(0, year), initial: 60 },
  /** Days ahead. */
  newServiceHorizon: { schema: z.int().min(1).max(730), initial: 90 },
  newServiceNotice: { schema: minutes(0, year), initial: 24 * 60 },
  newServiceApproval: { schema: z.boolean(), initial: false },
  /** The launch checklist was put away. */
  launchHidden: { schema: z.boolean(), initial: false },
} as const satisfies Record<string, { schema: z.ZodType; initial: unknown }>;

type BusinessName = keyof typeof businessValues;

/** The same as part of what the settings answer. */
export const businessShape = {
  address: z.string(),
  timeZone: z.string().nullable(),
  accent: z.string().nullable(),
  theme: z.enum(themes),
  allowedSites: z.array(z.string()),
  newServiceStep: z.int(),
  newServiceLead: z.int(),
  newServiceHorizon: z.int(),
  newServiceNotice: z.int(),
  newServiceApproval: z.boolean(),
  launchHidden: z.boolean(),
} satisfies Record<BusinessName, z.ZodType>;

type Optional = { [Name in BusinessName]: z.ZodOptional<(typeof businessValues)[Name]['schema']> };

/** And as part of a change, in which absent leaves. */
export const businessChange = Object.fromEntries(
  Object.entries(businessValues).map(([name, { schema }]) => [name, schema.optional()]),
) as Optional;
