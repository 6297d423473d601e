import type { AdminApi } from '../../../server/api.js';

type Settings = AdminApi['GET /settings']['answer'];
export type InvoiceSettingsChange = Pick<
  AdminApi['PATCH /settings']['body'],
  Extract<keyof Settings, `invoice${string}` | `creditNote${string}`>
>;

/** The settings of invoices as they are typed. */
export interface InvoiceSettingsDraft {
  drawUp: Settings['invoiceDrawUp'];
  prefix: string;
  creditPrefix: string;
  first: string;
  dueDays: string;
  taxName: string;
  /** In percent: `23; 6`. */
  rates: string;
  taxIncluded: boolean;
  rounding: Settings['invoiceRounding'];
  sellerName: string;
  sellerAddress: string;
  taxId: string;
  paymentText: string;
  footer: string;
}

export const draftOf = (settings: Settings, language: string): InvoiceSettingsDraft => ({
  drawUp: settings.invoiceDrawUp,
  prefix: settings.invoicePrefix,
  creditPrefix: settings.creditNotePrefix,
  first: String(settings.invoiceFirstNumber),
  dueDays: String(settings.invoiceDueDays),
  taxName: settings.invoiceTaxName,
  rates: settings.invoiceTaxRates
    .map((rate) => new Intl.NumberFormat(language, { maximumFractionDigits: 2 }).format(rate / 100))
    .join('; '),
  taxIncluded: settings.invoiceTaxIncluded,
  rounding: settings.invoiceRounding,
  sellerName: settings.invoiceSellerName,
  sellerAddress: settings.invoiceSellerAddress,
  taxId: settings.invoiceTaxId,
  paymentText: settings.invoicePaymentText,
  footer: settings.invoiceFooter,
});

/** `23; 6`, `23 6` and `7,7%` as basis points; null where something is no percentage or stands twice. */
export function ratesOf(text: string): number[] | null {
  const typed = text
    .split(/[;\s]+/)
    .map((each) => each.replace(/%?,?$/, ''))
    .filter(Boolean);
  const rates = typed.map((each) =>
    /^\d{1,3}(?:[.,]\d{1,2})?$/.test(each) ? Math.round(Number(each.replace(',', '.')) * 100) : -1,
  );
  const good = rates.every((rate) => rate >= 0 && rate <= 10_000) && new Set(rates).size === rates.length;
  return good && rates.length <= 8 ? rates : null;
}

/** Letters, digits and a few signs; `{year}` stands for the year; no digit at the end, where the number begins. */
const isPrefix = (text: string): boolean =>
  /^(?:\{year\}(?=.)|[A-Za-z0-9/._-])*[A-Za-z/._-]$/.test(text.trim()) && text.trim().length <= 20;

const isNumber = (text: string, from: number, to: number): boolean =>
  /^\d{1,9}$/.test(text.trim()) && Number(text) >= from && Number(text) <= to;

/** Which fields can't be saved as they are. */
export function faultsOf(draft: InvoiceSettingsDraft): (keyof InvoiceSettingsDraft)[] {
  const good: Partial<Record<keyof InvoiceSettingsDraft, boolean>> = {
    prefix: isPrefix(draft.prefix),
    creditPrefix: isPrefix(draft.creditPrefix),
    first: isNumber(draft.first, 1, 999_999_999),
    dueDays: isNumber(draft.dueDays, 0, 365),
    taxName: draft.taxName.trim() !== '',
    rates: ratesOf(draft.rates) !== null,
  };
  return (Object.keys(good) as (keyof InvoiceSettingsDraft)[]).filter((name) => !good[name]);
}

const asSettings = (draft: InvoiceSettingsDraft): Required<InvoiceSettingsChange> => ({
  invoiceDrawUp: draft.drawUp,
  invoicePrefix: draft.prefix.trim(),
  creditNotePrefix: draft.creditPrefix.trim(),
  invoiceFirstNumber: Number(draft.first),
  invoiceDueDays: Number(draft.dueDays),
  invoiceTaxName: draft.taxName.trim(),
  invoiceTaxRates: ratesOf(draft.rates) ?? [],
  invoiceTaxIncluded: draft.taxIncluded,
  invoiceRounding: draft.rounding,
  invoiceSellerName: draft.sellerName.trim(),
  invoiceSellerAddress: draft.sellerAddress.trim(),
  invoiceTaxId: draft.taxId.trim(),
  invoicePaymentText: draft.paymentText.trim(),
  invoiceFooter: draft.footer.trim(),
});

/** Only what differs goes to the server, so that two who change different things keep both. */
export function changesOf(before: Settings, draft: InvoiceSettingsDraft): InvoiceSettingsChange {
  const wanted = Object.entries(asSettings(draft));
  const differing = wanted.filter(
    ([name, value]) => JSON.stringify(before[name as keyof Settings]) !== JSON.stringify(value),
  );
  return Object.fromEntries(differing);
}
