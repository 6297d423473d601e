import { z } from 'zod';
import { currency, language, line, lines } from '../lib/fields.js';

/** Every setting with what it may be and what it is until somebody decides. */
export const settingValues = {
  name: { schema: line(120), initial: 'Bookpane' },
  language: { schema: language, initial: 'en' },
  currency: { schema: currency, initial: 'EUR' },
  weekStart: { schema: z.int().min(1).max(7), initial: 1 },
  country: { schema: z.string().regex(/^[A-Z]{2}$/, 'must be a country code such as PT'), initial: 'PT' },
  requirePhone: { schema: z.boolean(), initial: false },
  termsText: {
    schema: lines(20_000),
    initial:
      'I agree that my details are kept to make and manage this booking. I can cancel it free of charge until the time named with the service.',
  },
  demo: { schema: z.boolean(), initial: false },
} as const satisfies Record<string, { schema: z.ZodType; initial: unknown }>;

export type SettingName = keyof typeof settingValues;
export type Settings = { [Name in SettingName]: z.output<(typeof settingValues)[Name]['schema']> };
