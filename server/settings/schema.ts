import { z } from 'zod';
import { endpoints } from '../lib/endpoint.js';
import { customerFieldChoices, customerFields, customerFieldsChange, visitorFieldNames } from './customer-fields.js';
import { invoiceSettingChange, invoiceSettingShape } from './invoice-values.js';
import { requiredSensitive } from './required-sensitive.js';
import { settingValues } from './values.js';

/** What a page needs to know about the business before it shows anything. */
export const site = z.object({
  name: z.string(),
  /** The language of the business; a visitor's own is used where Bookpane speaks it. */
  language: z.string(),
  currency: z.string(),
  /** First day of the week: 1 Monday … 7 Sunday. */
  weekStart: z.int(),
  /** The country a telephone number without a prefix belongs to. */
  country: z.string(),
  requireEmail: z.boolean(),
  requirePhone: z.boolean(),
  /** What else visitors are asked when they book, each with whether it is required; absent where it is nothing. */
  visitorFields: z.partialRecord(z.enum(visitorFieldNames), z.boolean()).optional(),
  termsVersion: z.string(),
  termsText: z.string(),
  /** True while the data are the demo's. */
  demo: z.boolean(),
});

export const siteEndpoints = endpoints({
  'GET /site': {
    who: 'anyone',
    summary: 'The business: its name, language, currency and terms.',
    answer: site,
    errors: [],
    limit: 'read',
  },
});

const { name, language, currency, weekStart, country, termsText, pageSize, defaultNationality } = settingValues;
const { birthdayGreeting, birthdayHour } = settingValues;

/** What an owner may change; in changes, absent leaves. */
const change = z.strictObject({
  name: name.schema.optional(),
  language: language.schema.optional(),
  currency: currency.schema.optional(),
  weekStart: weekStart.schema.optional(),
  country: country.schema.optional(),
  termsText: termsText.schema.optional(),
  pageSize: pageSize.schema.optional(),
  defaultNationality: defaultNationality.schema.optional(),
  birthdayGreeting: birthdayGreeting.schema.optional(),
  birthdayHour: birthdayHour.schema.optional(),
  ...invoiceSettingChange,
  customerFields: customerFieldsChange.optional(),
  /** The profiles that are named are changed whole. */
  requiredSensitive: requiredSensitive.optional(),
});
export type SettingsChange = z.output<typeof change>;

/** The settings as the admin's forms and lists need them. Nothing in them is a secret from staff. */
export const adminSettings = z.object({
  name: z.string(),
  language: z.string(),
  currency: z.string(),
  weekStart: z.int(),
  country: z.string(),
  termsText: z.string(),
  pageSize: z.int(),
  defaultNationality: z.string().nullable(),
  birthdayGreeting: z.boolean(),
  /** Of the customer's own clock, 0 to 23. */
  birthdayHour: z.int(),
  ...invoiceSettingShape,
  customerFields,
  requiredSensitive,
  /** What each field may be on each surface. */
  customerFieldChoices,
});
export type AdminSettings = z.output<typeof adminSettings>;

export const settingsAdminEndpoints = endpoints({
  'GET /settings': {
    who: 'account',
    summary: 'The settings that forms and lists go by.',
    answer: adminSettings,
    errors: [],
    limit: 'read',
  },
  'PATCH /settings': {
    who: 'settings.edit',
    summary: 'Change settings; those that are not named stay.',
    body: change,
    answer: adminSettings,
    errors: [],
    limit: 'write',
  },
});
