import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { z } from 'zod';
import { formatInstant } from '../../lib/time-zone.js';
import type { LoginSummary } from '../../logins/login-wish.js';
import { valuesOf } from './fields.js';
import type { CustomerRow } from './row.js';
import type { customerRecord, genders } from './schema.js';

export type CustomerRecord = z.output<typeof customerRecord>;

type MaskedValue = CustomerRecord['sensitive'][number];

/** A customer as staff see them. `country` is the business's. */
export function recordView(
  row: CustomerRow,
  sensitive: MaskedValue[],
  country: string,
  login: LoginSummary | null,
): CustomerRecord {
  const values = valuesOf(row);
  const instant = (at: number | null): string | null => (at === null ? null : formatInstant(at));
  return {
    ...values,
    gender: values.gender as (typeof genders)[number] | null,
    number: row.id,
    status: row.status,
    version: row.version,
    name: row.display_name,
    phoneShown: shownPhone(row, country),
    picture: row.picture_key && `/api/v1/admin/customers/${row.id}/picture?of=${row.picture_key}`,
    sensitive,
    source: row.source,
    createdAt: formatInstant(row.created_at),
    updatedAt: formatInstant(row.updated_at ?? row.created_at),
    trashedAt: instant(row.trashed_at),
    mergedInto: row.merged_into,
    importId: row.import_id,
    login,
  };
}

/** A telephone number in its country's grouping: without the prefix at home, with it from abroad; as typed where it is none. */
export function shownPhone(row: Pick<CustomerRow, 'phone' | 'phone_e164'>, country: string): string | null {
  const parsed = row.phone_e164 === null ? undefined : parsePhoneNumberFromString(row.phone_e164);
  if (!parsed) return row.phone;
  return parsed.country === country ? parsed.formatNational() : parsed.formatInternational();
}
