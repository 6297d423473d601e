import type { InvoiceRow, LineRow, Seller } from './rows.js';
import { discountOf, taxesOf } from './rows.js';
import type { Paper, Recipient } from './shapes.js';
import type { Speech } from './words.js';
import { speechOf } from './words.js';

/** All that stands on the paper, before it is put into words. */
export interface PaperFacts {
  row: InvoiceRow;
  lines: readonly LineRow[];
  seller: Seller;
  recipient: Recipient;
  reference: string | null;
  /** Of the credit note that voids it, or of the invoice that it voids. */
  otherNumber: string | null;
}

/**
 * An invoice as it is printed. The page of the admin and the PDF are both made from this and from nothing else. Amounts of a credit note
 * stand below nothing: they go back.
 */
export function paperOf(facts: PaperFacts): Paper {
  const { row, seller, recipient } = facts;
  const speech = speechOf(row.language);
  const { say } = speech;
  const isCredit = row.kind === 'credit_note';
  const taxes = { tax: row.tax_name };
  const hasTax = taxesOf(row).some(({ basisPoints }) => basisPoints > 0);
  const unit = !hasTax ? 'unit' : row.tax_included ? 'unitWithTax' : 'unitWithoutTax';
  const taxLine = (id: string) => (id === '' ? [] : [say('taxId', { ...taxes, id })]);
  return {
    language: speech.language,
    title: say(row.status === 'draft' ? 'draft' : row.kind),
    seller: { name: seller.name, lines: [...linesIn(seller.address), ...taxLine(seller.taxId)] },
    recipient: {
      label: say(isCredit ? 'creditTo' : 'billTo'),
      name: recipient.name,
      lines: [...linesIn(recipient.address), ...taxLine(recipient.taxId)],
    },
    facts: factsOf(facts, speech),
    columns: {
      description: say('description'),
      quantity: say('quantity'),
      unit: say(unit, taxes),
      tax: hasTax ? row.tax_name : '',
      amount: say('amount'),
    },
    rows: facts.lines.map((line) => rowOf(line, row, speech, hasTax)),
    totals: totalsOf(row, speech, hasTax),
    stamp: stampOf(facts, speech),
    // How to pay is for what is still to be paid.
    notes: [row.note, !isCredit && /^(?:draft|issued)$/.test(row.status) ? seller.paymentText : ''].filter(Boolean),
    footer: seller.footer,
  };
}

const linesIn = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '');

const signOf = ({ kind }: InvoiceRow): number => (kind === 'credit_note' ? -1 : 1);

function factsOf({ row, reference, otherNumber }: PaperFacts, { say, day }: Speech): Paper['facts'] {
  const found: [string, string | null][] = [
    [say('number'), row.number],
    [say('date'), row.issue_day && day(row.issue_day)],
    [say('due'), row.due_day && row.status === 'issued' ? day(row.due_day) : null],
    [say('forInvoice'), row.kind === 'credit_note' ? otherNumber : null],
    [say('booking'), reference],
  ];
  return found.flatMap(([label, value]) => (value ? [{ label, value }] : []));
}

function rowOf(line: LineRow, row: InvoiceRow, speech: Speech, hasTax: boolean): Paper['rows'][number] {
  const { say, money, percent } = speech;
  const { currency } = row;
  const sign = signOf(row);
  const discount = discountOf(line);
  const off = line.quantity * line.unit_minor - line.amount_minor;
  const details = line.service_day ? [speech.day(line.service_day)] : [];
  if (discount && off > 0) {
    const amount = money(off, currency);
    details.push(
      'basisPoints' in discount
        ? say('lineDiscount', { percent: percent(discount.basisPoints), amount })
        : say('lineDiscountPlain', { amount }),
    );
  }
  return {
    description: line.description,
    details,
    quantity: speech.count(line.quantity),
    unit: money(sign * line.unit_minor, currency),
    tax: hasTax ? percent(line.tax_basis_points) : '',
    amount: money(sign * line.amount_minor, currency),
  };
}

function totalsOf(row: InvoiceRow, { say, money, percent }: Speech, hasTax: boolean): Paper['totals'] {
  const sign = signOf(row);
  const told = (minor: number) => money(minor === 0 ? 0 : sign * minor, row.currency);
  const totals: Paper['totals'] = [];
  const add = (label: string, value: string, strong = false) => totals.push({ label, value, strong });
  const discount = discountOf(row);
  if (discount && row.discounted_minor > 0) {
    add(say('subtotal'), told(row.subtotal_minor));
    const label =
      'basisPoints' in discount ? say('discountOf', { percent: percent(discount.basisPoints) }) : say('discount');
    add(label, told(-row.discounted_minor));
  }
  // Where prices hold the tax the sum comes first and says what is in it, else it is what all comes to.
  if (row.tax_included) add(say('total'), told(row.total_minor), true);
  if (hasTax) {
    add(say('net'), told(row.net_minor));
    const key = row.tax_included ? 'taxWithin' : 'tax';
    for (const { basisPoints, netMinor, taxMinor } of taxesOf(row))
      add(say(key, { tax: row.tax_name, rate: percent(basisPoints), net: told(netMinor) }), told(taxMinor));
  }
  if (!row.tax_included) add(say('total'), told(row.total_minor), true);
  return totals;
}

function stampOf({ row, otherNumber }: PaperFacts, { say, day }: Speech): string | null {
  if (row.status === 'draft') return say('draftStamp');
  if (row.status === 'void') return say('voidStamp', { number: otherNumber ?? '' });
  if (row.status === 'paid' && row.paid_day && row.paid_method)
    return say('paidStamp', { day: day(row.paid_day), method: say(row.paid_method) });
  return null;
}
