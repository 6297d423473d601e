import type { AdminApi } from '../../server/api.js';
import { minorOf, moneyText } from '../kit/money-text.js';
import type { Invoice } from './look.js';

export type DraftChange = Omit<AdminApi['PATCH /invoices/:id']['body'], 'version'>;
type Discount = Invoice['discount'];

/** A line as it is typed. */
export interface DraftLine {
  /** Stays with the line wherever it stands. */
  key: number;
  description: string;
  serviceDay: string;
  quantity: string;
  price: string;
  /** `10%`, or an amount. */
  discount: string;
  /** Basis points. */
  tax: string;
}

/** A draft as it is typed. */
export interface Draft {
  language: string;
  recipientIsOwn: boolean;
  name: string;
  address: string;
  taxId: string;
  note: string;
  dueDays: string;
  taxIncluded: boolean;
  discount: string;
  lines: DraftLine[];
}

export function draftOf(invoice: Invoice, language: string): Draft {
  const { recipient, currency } = invoice;
  return {
    ...{ language: invoice.language, recipientIsOwn: invoice.recipientIsOwn },
    ...{ name: recipient.name, address: recipient.address, taxId: recipient.taxId },
    ...{ note: invoice.note, dueDays: String(invoice.dueDays), taxIncluded: invoice.taxIncluded },
    discount: discountText(invoice.discount, language, currency),
    lines: invoice.lines.map((line, key) => ({
      key,
      description: line.description,
      serviceDay: line.serviceDay ?? '',
      quantity: String(line.quantity),
      price: moneyText(language, line.unitMinor, currency),
      discount: discountText(line.discount, language, currency),
      tax: String(line.taxBasisPoints),
    })),
  };
}

export const newLine = (lines: readonly DraftLine[], tax: number): DraftLine => ({
  key: Math.max(-1, ...lines.map(({ key }) => key)) + 1,
  ...{ description: '', serviceDay: '', quantity: '1', price: '', discount: '', tax: String(tax) },
});

function discountText(discount: Discount, language: string, currency: string): string {
  if (discount === null) return '';
  if ('minor' in discount) return moneyText(language, discount.minor, currency);
  return `${new Intl.NumberFormat(language, { maximumFractionDigits: 2 }).format(discount.basisPoints / 100)}%`;
}

/** What was typed as a discount: null for none, undefined where it is neither percent nor an amount. */
export function discountOf(text: string, currency: string): Discount | undefined {
  const typed = text.trim();
  if (typed === '') return null;
  const percent = /^(\d{1,3})(?:[.,](\d{1,2}))?\s*%$/.exec(typed);
  if (percent) {
    const basisPoints = Number(percent[1]) * 100 + Number((percent[2] ?? '').padEnd(2, '0'));
    return basisPoints <= 10_000 ? { basisPoints } : undefined;
  }
  const minor = minorOf(typed, currency);
  return minor === null ? undefined : { minor };
}

/** Which fields of a draft can't be read, by their names: `lines.0.price`. */
export function faultsOf(draft: Draft, currency: string): string[] {
  const faults: string[] = [];
  const check = (name: string, good: boolean) => good || faults.push(name);
  if (draft.recipientIsOwn) check('name', draft.name.trim() !== '');
  for (const [at, line] of draft.lines.entries()) {
    check(`lines.${at}.description`, line.description.trim() !== '');
    check(`lines.${at}.quantity`, /^[1-9]\d{0,3}$/.test(line.quantity.trim()));
    check(`lines.${at}.price`, minorOf(line.price, currency) !== null);
    check(`lines.${at}.discount`, discountOf(line.discount, currency) !== undefined);
  }
  check('discount', discountOf(draft.discount, currency) !== undefined);
  check('dueDays', /^\d{1,3}$/.test(draft.dueDays.trim()) && Number(draft.dueDays) <= 365);
  return faults;
}

/** A draft as the server takes it; it must be without faults. */
export function changeOf(draft: Draft, currency: string): Required<DraftChange> {
  const { language, recipientIsOwn, name, address, taxId, note, dueDays, taxIncluded } = draft;
  return {
    ...{ language, note, taxIncluded, dueDays: Number(dueDays) },
    recipient: recipientIsOwn ? { name, address, taxId } : null,
    discount: discountOf(draft.discount, currency) ?? null,
    lines: draft.lines.map((line) => ({
      description: line.description,
      serviceDay: line.serviceDay === '' ? null : line.serviceDay,
      quantity: Number(line.quantity),
      unitMinor: minorOf(line.price, currency) ?? 0,
      discount: discountOf(line.discount, currency) ?? null,
      taxBasisPoints: Number(line.tax),
    })),
  };
}
