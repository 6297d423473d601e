import { z } from 'zod';
import { endpoints } from '../lib/endpoint.js';
import { businessChange, businessShape, themes } from './business-values.js';
import { customerFieldChoices, customerFields, customerFieldsChange, visitorFieldNames } from './customer-fields.js';
import { invoiceSettingChange, invoiceSettingShape } from './invoice-values.js';
import { requiredSensitive } from './required-sensitive.js';
import { fileKind } from './settings-file.js';
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
  /** Where it is; absent where it doesn't say. */
  address: z.string().optional(),
  /** Its colour, such as `#7c3aed`; absent where it has none of its own. */
  accent: z.string().optional(),
  /** The same as a style for the widget, which has no bytes to make one. */
  style: z.string().optional(),
  /** How its own pages look; absent for what the visitor's machine says. */
  pageTheme: z.enum(themes).optional(),
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
  ...businessChange,
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
  ...businessShape,
  ...invoiceSettingShape,
  customerFields,
  requiredSensitive,
  /** What each field may be on each surface. */
  customerFieldChoices,
});
export type AdminSettings = z.output<typeof adminSettings>;

const termsVersion = z.object({
  version: z.string(),
  text: z.string(),
  /** null: before anybody decided. */
  createdAt: z.string().nullable(),
});

const settingsFile = z.strictObject({
  kind: z.literal(fileKind),
  settings: z.record(z.string().max(60), z.unknown()),
});
const difference = z.object({ name: z.string(), from: z.unknown(), to: z.unknown() });

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
  'GET /settings/terms': {
    who: 'settings.edit',
    summary: 'The terms in use and all before them, newest first.',
    answer: z.object({ current: z.string(), items: z.array(termsVersion) }),
    errors: [],
    limit: 'read',
  },
  'GET /terms/:version': {
    who: 'appointments.view',
    summary: 'The text that a booking agreed to.',
    params: z.strictObject({ version: z.string().max(64) }),
    answer: termsVersion,
    errors: ['not_found'],
    limit: 'read',
  },
  'GET /settings/environment': {
    who: 'settings.edit',
    summary: 'What the environment decides, each with the name of its variable. Of secrets, that they are there.',
    answer: z.object({
      items: z.array(z.object({ variable: z.string(), value: z.string().nullable(), given: z.boolean() })),
    }),
    errors: [],
    limit: 'read',
  },
  'GET /settings/file': {
    who: 'settings.edit',
    summary: 'All settings as a file for another installation. No secret is in it.',
    answer: settingsFile,
    errors: [],
    limit: 'read',
  },
  'POST /settings/file/comparison': {
    who: 'settings.edit',
    summary: 'What a file would change. Changes nothing.',
    body: settingsFile,
    answer: z.object({
      differences: z.array(difference),
      /** Names that this version doesn’t know; they are left out. */
      unknown: z.array(z.string()),
      /** Values that can’t be: such a file is not taken over. */
      faults: z.array(z.object({ name: z.string(), message: z.string() })),
    }),
    errors: [],
    limit: 'read',
  },
  'PUT /settings/file': {
    who: 'settings.edit',
    summary: 'Take over the settings of a file, all or none.',
    body: settingsFile,
    answer: adminSettings,
    errors: [],
    limit: 'write',
  },
});
