import { z } from 'zod';
import { line, lines } from '../lib/fields.js';

/** When an invoice is drawn up of itself. */
export const drawUpMoments = ['by_hand', 'on_confirmation', 'on_completion'] as const;
export type DrawUpMoment = (typeof drawUpMoments)[number];

export const roundings = ['half_up', 'half_even'] as const;

/** What stands before the running number. A digit at its end could be taken for a part of the number, and two numbers for one. */
const prefix = z
  .string()
  .trim()
  .max(20, 'must be at most 20 characters')
  .regex(
    /^(?:\{year\}(?=.)|[A-Za-z0-9/._-])*[A-Za-z/._-]$/,
    'must be letters, digits and - / . _ and may hold {year}; not a digit at its end',
  );

/** Tax rates in basis points: 2300 is 23 %. */
const taxRates = z
  .array(z.int().min(0).max(10_000))
  .max(8, 'must be at most 8 rates')
  .refine((rates) => new Set(rates).size === rates.length, 'must not name a rate twice');

/** What invoices go by, each with what it may be and what it is until somebody decides. */
export const invoiceSettingValues = {
  invoiceDrawUp: { schema: z.enum(drawUpMoments), initial: 'by_hand' as DrawUpMoment },
  /** `{year}` is the year of issue: numbers begin anew with it. */
  invoicePrefix: { schema: prefix, initial: 'INV-{year}-' },
  creditNotePrefix: { schema: prefix, initial: 'CN-{year}-' },
  /** The first number of a series that has none yet: who comes from another system goes on counting. */
  invoiceFirstNumber: { schema: z.int().min(1).max(999_999_999), initial: 1 },
  invoiceDueDays: { schema: z.int().min(0).max(365), initial: 14 },
  /** What the tax is called on paper: VAT, IVA, USt. */
  invoiceTaxName: { schema: line(20), initial: 'VAT' },
  /** The first is what new lines get; none: no tax. */
  invoiceTaxRates: { schema: taxRates, initial: [] as number[] },
  /** The catalog's prices hold the tax. */
  invoiceTaxIncluded: { schema: z.boolean(), initial: true },
  invoiceRounding: { schema: z.enum(roundings), initial: 'half_up' as (typeof roundings)[number] },
  /** Who writes the invoice, as the law wants it named; '' for the name of the business. */
  invoiceSellerName: { schema: lines(120), initial: '' },
  invoiceSellerAddress: { schema: lines(500), initial: '' },
  invoiceTaxId: { schema: lines(60), initial: '' },
  /** How to pay: bank and account. */
  invoicePaymentText: { schema: lines(1000), initial: '' },
  invoiceFooter: { schema: lines(1000), initial: '' },
} as const satisfies Record<string, { schema: z.ZodType; initial: unknown }>;

export type InvoiceSettingName = keyof typeof invoiceSettingValues;
export type InvoiceSettings = {
  [Name in InvoiceSettingName]: z.output<(typeof invoiceSettingValues)[Name]['schema']>;
};

/** The same as part of what the settings answer. */
export const invoiceSettingShape = {
  invoiceDrawUp: z.enum(drawUpMoments),
  invoicePrefix: z.string(),
  creditNotePrefix: z.string(),
  invoiceFirstNumber: z.int(),
  invoiceDueDays: z.int(),
  invoiceTaxName: z.string(),
  invoiceTaxRates: z.array(z.int()),
  invoiceTaxIncluded: z.boolean(),
  invoiceRounding: z.enum(roundings),
  invoiceSellerName: z.string(),
  invoiceSellerAddress: z.string(),
  invoiceTaxId: z.string(),
  invoicePaymentText: z.string(),
  invoiceFooter: z.string(),
} satisfies Record<InvoiceSettingName, z.ZodType>;

type Optional = { [Name in InvoiceSettingName]: z.ZodOptional<(typeof invoiceSettingValues)[Name]['schema']> };

/** And as part of a change, in which absent leaves. */
export const invoiceSettingChange = Object.fromEntries(
  Object.entries(invoiceSettingValues).map(([name, { schema }]) => [name, schema.optional()]),
) as Optional;
