import type { Db, Tx } from '../db/connect.js';
import type { Settings } from '../settings/values.js';
import type { InvoiceRow, Seller } from './rows.js';
import { recipientOf } from './rows.js';
import type { Recipient } from './shapes.js';
import { speechOf } from './words.js';

/** The business as its settings say now. */
export const sellerNow = (settings: Settings): Seller => ({
  name: settings.invoiceSellerName || settings.name,
  address: settings.invoiceSellerAddress,
  taxId: settings.invoiceTaxId,
  paymentText: settings.invoicePaymentText,
  footer: settings.invoiceFooter,
});

/** Whom an invoice is for: as it was written or frozen, else as the customer's record says now. */
export async function recipientNow(db: Db | Tx, row: InvoiceRow, businessCountry: string): Promise<Recipient> {
  const own = recipientOf(row);
  if (own) return own;
  const customer = await db('customers')
    .where({ id: row.customer_id })
    .first('display_name', 'address_1', 'address_2', 'postal_code', 'city', 'state', 'country');
  const town = [customer.postal_code, customer.city].filter(Boolean).join(' ');
  const lines = [customer.address_1, customer.address_2, town, customer.state];
  // At home nobody writes the country.
  if (customer.country && customer.country !== businessCountry)
    lines.push(speechOf(row.language).country(customer.country));
  return { name: customer.display_name, address: lines.filter(Boolean).join('\n').slice(0, 500), taxId: '' };
}
