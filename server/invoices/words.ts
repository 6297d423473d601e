/** Every word of the paper. `{names}` in braces are filled in once and never read again. */
const en = {
  invoice: 'Invoice',
  credit_note: 'Credit note',
  draft: 'Invoice (draft)',
  draftStamp: 'Draft: not an invoice yet',
  paidStamp: 'Paid on {day}, {method}',
  voidStamp: 'Void: credited by {number}',
  billTo: 'Invoice to',
  creditTo: 'Credited to',
  taxId: '{tax} number: {id}',
  number: 'Number',
  date: 'Date',
  due: 'To be paid by',
  booking: 'Booking',
  forInvoice: 'For invoice',
  description: 'Service',
  quantity: 'Quantity',
  unit: 'Price',
  unitWithTax: 'Price incl. {tax}',
  unitWithoutTax: 'Price excl. {tax}',
  amount: 'Amount',
  lineDiscount: 'Discount {percent}: −{amount}',
  lineDiscountPlain: 'Discount: −{amount}',
  subtotal: 'Subtotal',
  discount: 'Discount',
  discountOf: 'Discount {percent}',
  net: 'Net',
  tax: '{tax} {rate} on {net}',
  taxWithin: '{tax} {rate} within, on {net}',
  total: 'Total',
  cash: 'in cash',
  card: 'by card',
  transfer: 'by bank transfer',
  other: 'otherwise',
  page: 'Page {page} of {pages}',
  mailSubject: '{title} {number} from {business}',
  mailText: 'Hello {name},\n\nplease find our {title} {number} of {total} attached.\n\nKind regards\n{business}',
  mailDue: 'Please pay it by {day}.',
} as const;

type InvoiceWords = Record<keyof typeof en, string>;

const de: InvoiceWords = {
  invoice: 'Rechnung',
  credit_note: 'Stornorechnung',
  draft: 'Rechnung (Entwurf)',
  draftStamp: 'Entwurf: noch keine Rechnung',
  paidStamp: 'Bezahlt am {day}, {method}',
  voidStamp: 'Storniert durch {number}',
  billTo: 'Rechnung an',
  creditTo: 'Gutgeschrieben für',
  taxId: '{tax}-Nummer: {id}',
  number: 'Nummer',
  date: 'Datum',
  due: 'Zahlbar bis',
  booking: 'Buchung',
  forInvoice: 'Zur Rechnung',
  description: 'Leistung',
  quantity: 'Menge',
  unit: 'Preis',
  unitWithTax: 'Preis inkl. {tax}',
  unitWithoutTax: 'Preis ohne {tax}',
  amount: 'Betrag',
  lineDiscount: 'Rabatt {percent}: −{amount}',
  lineDiscountPlain: 'Rabatt: −{amount}',
  subtotal: 'Zwischensumme',
  discount: 'Rabatt',
  discountOf: 'Rabatt {percent}',
  net: 'Netto',
  tax: '{tax} {rate} auf {net}',
  taxWithin: 'darin {tax} {rate} auf {net}',
  total: 'Gesamt',
  cash: 'bar',
  card: 'mit Karte',
  transfer: 'per Überweisung',
  other: 'auf anderem Weg',
  page: 'Seite {page} von {pages}',
  mailSubject: '{title} {number} von {business}',
  mailText: 'Guten Tag {name},\n\nanbei unsere {title} {number} über {total}.\n\nFreundliche Grüße\n{business}',
  mailDue: 'Bitte zahlen Sie bis zum {day}.',
};

const catalogues: Readonly<Record<string, { words: InvoiceWords; locale: string }>> = {
  en: { words: en, locale: 'en-GB' },
  de: { words: de, locale: 'de-DE' },
};

/** How a language says things on paper. */
export interface Speech {
  language: string;
  say(key: keyof InvoiceWords, values?: Readonly<Record<string, string>>): string;
  money(minor: number, currency: string): string;
  percent(basisPoints: number): string;
  day(day: string): string;
  count(number: number): string;
  /** The name of a country by its code. */
  country(code: string): string;
}

/** The speech of a language; English for one that the paper doesn't speak. */
export function speechOf(wanted: string): Speech {
  const base = wanted.toLowerCase().split('-')[0] ?? '';
  const language = Object.hasOwn(catalogues, base) ? base : 'en';
  const { words, locale: usual } = catalogues[language] as (typeof catalogues)[string];
  // `en-US` keeps its own dates; a bare language has those of its first home.
  const locale = language === base && wanted.includes('-') ? properLocale(wanted, usual) : usual;
  return {
    language,
    say: (key, values = {}) => words[key].replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole),
    money(minor, currency) {
      const format = new Intl.NumberFormat(locale, { style: 'currency', currency });
      return format.format(minor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
    },
    percent: (basisPoints) =>
      new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 }).format(basisPoints / 10_000),
    day: (day) => new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(Date.parse(day)),
    count: (number) => new Intl.NumberFormat(locale).format(number),
    country: (code) => new Intl.DisplayNames(locale, { type: 'region' }).of(code) ?? code,
  };
}

function properLocale(wanted: string, otherwise: string): string {
  try {
    return Intl.getCanonicalLocales(wanted)[0] ?? otherwise;
  } catch {
    return otherwise;
  }
}
