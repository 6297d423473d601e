import { z } from 'zod';
import { currency, language, line, lines } from '../lib/fields.js';
import { businessValues } from './business-values.js';
import { completeFields, customerFields, initialFields } from './customer-fields.js';
import { invoiceSettingValues } from './invoice-values.js';
import type { RequiredSensitive } from './required-sensitive.js';
import { requiredSensitive } from './required-sensitive.js';

const countryCode = z.string().regex(/^[A-Z]{2}$/, 'must be a country code such as PT');

/** Most rows that a page of a list may be asked to hold. */
export const longestPage = 200;

/** Every setting with what it may be and what it is until somebody decides. */
export const settingValues = {
  name: { schema: line(120), initial: 'Bookpane' },
  language: { schema: language, initial: 'en' },
  currency: { schema: currency, initial: 'EUR' },
  weekStart: { schema: z.int().min(1).max(7), initial: 1 },
  country: { schema: countryCode, initial: 'PT' },
  /** Of earlier versions: holds while `customerFields` was never set. */
  requirePhone: { schema: z.boolean(), initial: false },
  /** Rows on a page of a list (A051). */
  pageSize: { schema: z.int().min(10).max(longestPage), initial: 25 },
  /** What forms ask about a customer, by field and surface. */
  customerFields: { schema: customerFields, initial: initialFields },
  /** Which sensitive fields are required, by nationality. */
  requiredSensitive: { schema: requiredSensitive, initial: {} as RequiredSensitive },
  /** The nationality that is preselected for a new customer; null: none is. */
  defaultNationality: { schema: countryCode.nullable(), initial: null },
  /** A mail to customers on their birthday (A019, A118), and from which hour of their own clock on. */
  birthdayGreeting: { schema: z.boolean(), initial: false },
  birthdayHour: { schema: z.int().min(0).max(23), initial: 9 },
  termsText: {
    schema: lines(20_000),
    initial:
      'I agree that my details are kept to make and manage this booking. I can cancel it free of charge until the time named with the service.',
  },
  ...businessValues,
  ...invoiceSettingValues,
  demo: { schema: z.boolean(), initial: false },
} as const satisfies Record<string, { schema: z.ZodType; initial: unknown }>;

export type SettingName = keyof typeof settingValues;
export type Settings = { [Name in SettingName]: z.output<(typeof settingValues)[Name]['schema']> };

/** Settings from their rows (JSON by name): each that was never stored, or that this version can't read, is what it is initially. */
export function readSettings(stored: ReadonlyMap<string, string>): Settings {
  const found: Record<string, unknown> = {};
  for (const [name, { schema, initial }] of Object.entries(settingValues)) {
    const text = stored.get(name);
    const parsed = text === undefined ? null : schema.safeParse(JSON.parse(text));
    found[name] = parsed?.success ? parsed.data : initial;
  }
  const settings = found as Settings;
  const fields = stored.get('customerFields');
  return { ...settings, customerFields: completeFields(fields && JSON.parse(fields), startOf(settings)) };
}

/** What fields are until somebody decides: a phone that an earlier version was told to require stays required. */
const startOf = ({ requirePhone }: Settings) =>
  requirePhone ? { ...initialFields, phone: { ...initialFields.phone, widget: 'required' as const } } : initialFields;
