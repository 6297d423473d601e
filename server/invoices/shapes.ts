import { z } from 'zod';
import { day, id, language, line, lines, minor } from '../lib/fields.js';

/** What can become of an invoice. A credit note is issued and stays so. */
export const invoiceStatuses = ['draft', 'discarded', 'issued', 'paid', 'void'] as const;
export type InvoiceStatus = (typeof invoiceStatuses)[number];

export const invoiceKinds = ['invoice', 'credit_note'] as const;
export type InvoiceKind = (typeof invoiceKinds)[number];

export const paymentMethods = ['cash', 'card', 'transfer', 'other'] as const;
export type PaymentMethod = (typeof paymentMethods)[number];

const basisPoints = z.int('must be whole basis points').min(0).max(10_000, 'must be at most 100 %');

/** Taken off: an amount, or basis points (1000 is 10 %). */
export const discount = z
  .union([z.strictObject({ minor }), z.strictObject({ basisPoints })])
  .nullable()
  .default(null);

/** Who the invoice is for, as it is printed. */
export const recipient = z.strictObject({ name: line(200), address: lines(500), taxId: lines(60) });
export type Recipient = z.output<typeof recipient>;

export const lineWish = z.strictObject({
  description: line(300),
  /** The day of the service; null where it has none. */
  serviceDay: day.nullable().default(null),
  quantity: z.int('must be a whole number').min(1).max(9999),
  unitMinor: minor,
  discount,
  taxBasisPoints: basisPoints,
});
export type LineWish = z.output<typeof lineWish>;

export const mostLines = 200;

/** What a draft can be changed to; absent leaves. */
export const draftChange = {
  language: language.optional(),
  /** null: as the customer's record says when it is issued. */
  recipient: recipient.nullable().optional(),
  note: lines(2000).optional(),
  dueDays: z.int().min(0).max(365).optional(),
  taxIncluded: z.boolean().optional(),
  discount: discount.unwrap().optional(),
  lines: z.array(lineWish).max(mostLines, `must be at most ${mostLines} lines`).optional(),
};

const printedDiscount = z.union([z.object({ minor: z.int() }), z.object({ basisPoints: z.int() })]).nullable();

export const amounts = z.object({
  subtotalMinor: z.int(),
  discountMinor: z.int(),
  netMinor: z.int(),
  taxes: z.array(z.object({ basisPoints: z.int(), netMinor: z.int(), taxMinor: z.int() })),
  taxMinor: z.int(),
  totalMinor: z.int(),
});

const labelled = z.object({ label: z.string(), value: z.string() });

/** The paper: every word and figure of it in its own language, so that the page and the PDF can't differ. */
export const paper = z.object({
  language: z.string(),
  title: z.string(),
  seller: z.object({ name: z.string(), lines: z.array(z.string()) }),
  recipient: z.object({ label: z.string(), name: z.string(), lines: z.array(z.string()) }),
  facts: z.array(labelled),
  columns: z.object({
    description: z.string(),
    quantity: z.string(),
    unit: z.string(),
    tax: z.string(),
    amount: z.string(),
  }),
  rows: z.array(
    z.object({
      description: z.string(),
      /** Beneath it: the day, a discount. */
      details: z.array(z.string()),
      quantity: z.string(),
      unit: z.string(),
      tax: z.string(),
      amount: z.string(),
    }),
  ),
  totals: z.array(labelled.extend({ strong: z.boolean() })),
  /** Of what has become of it: paid, void. */
  stamp: z.string().nullable(),
  notes: z.array(z.string()),
  footer: z.string(),
});
export type Paper = z.output<typeof paper>;

const other = z.object({ id, number: z.string().nullable() }).nullable();

export const invoice = z.object({
  id,
  kind: z.enum(invoiceKinds),
  status: z.enum(invoiceStatuses),
  /** null until it is issued. */
  number: z.string().nullable(),
  version: z.int(),
  customer: z.object({ number: id, name: z.string(), email: z.string().nullable() }),
  booking: z.object({ reference: z.string(), cancelled: z.boolean() }).nullable(),
  /** Of a void invoice. */
  creditNote: other,
  /** Of a credit note: the invoice that it voids. */
  of: other,
  currency: z.string(),
  language: z.string(),
  recipient: z.object({ name: z.string(), address: z.string(), taxId: z.string() }),
  /** False: the recipient follows the customer's record until it is issued. */
  recipientIsOwn: z.boolean(),
  note: z.string(),
  dueDays: z.int(),
  taxIncluded: z.boolean(),
  taxName: z.string(),
  discount: printedDiscount,
  lines: z.array(
    z.object({
      description: z.string(),
      serviceDay: z.string().nullable(),
      quantity: z.int(),
      unitMinor: z.int(),
      discount: printedDiscount,
      taxBasisPoints: z.int(),
      amountMinor: z.int(),
    }),
  ),
  amounts,
  issueDay: z.string().nullable(),
  dueDay: z.string().nullable(),
  overdue: z.boolean(),
  paidDay: z.string().nullable(),
  paidMethod: z.enum(paymentMethods).nullable(),
  voidReason: z.string(),
  createdAt: z.string(),
  paper,
});
export type InvoiceView = z.output<typeof invoice>;

export const listedInvoice = z.object({
  id,
  kind: z.enum(invoiceKinds),
  status: z.enum(invoiceStatuses),
  number: z.string().nullable(),
  customer: z.object({ number: id, name: z.string() }),
  reference: z.string().nullable(),
  currency: z.string(),
  /** Of a credit note below nothing. */
  totalMinor: z.int(),
  issueDay: z.string().nullable(),
  dueDay: z.string().nullable(),
  overdue: z.boolean(),
  paidDay: z.string().nullable(),
  createdAt: z.string(),
});
