import type { AdminApi } from '../../../server/api.js';
import type { AdminClient } from '../../admin-api.js';
import type { LoginWish } from '../login/login-draft.js';
import type { SensitiveDrafts } from '../sensitive/sensitive-fields.js';
import type { FormValues } from './form-values.js';
import { changesOf } from './form-values.js';
import type { CustomerRecord } from './types.js';

type NewCustomer = AdminApi['POST /customers']['body'];
type CustomerChange = AdminApi['PATCH /customers/:number']['body'];

/** Only what was typed goes along; nothing at all when nothing was. */
function given(drafts: SensitiveDrafts): { sensitive?: Record<string, string | null> } {
  const typed = Object.entries(drafts).filter((entry): entry is [string, string | null] => entry[1] !== undefined);
  return typed.length > 0 ? { sensitive: Object.fromEntries(typed) } : {};
}

/** Adds a customer. `empty` is a form without anything in it: what is as in it is not sent. */
export const addRecord = (
  api: AdminClient,
  empty: FormValues,
  values: FormValues,
  drafts: SensitiveDrafts,
  login: LoginWish | null,
  despiteDuplicates: boolean,
): Promise<CustomerRecord> =>
  api.call('POST /customers', {
    body: {
      ...changesOf(empty, values),
      ...given(drafts),
      ...(login ? { login } : {}),
      ...(despiteDuplicates ? { despiteDuplicates } : {}),
    } as NewCustomer,
  });

/** Changes what differs from the version that the form began with; the record as it is when nothing does. */
export async function changeRecord(
  api: AdminClient,
  record: CustomerRecord,
  base: FormValues,
  values: FormValues,
  drafts: SensitiveDrafts,
): Promise<CustomerRecord> {
  const changes = { ...changesOf(base, values), ...given(drafts) };
  if (Object.keys(changes).length === 0) return record;
  return api.call('PATCH /customers/:number', {
    params: { number: String(record.number) },
    body: { version: record.version, ...changes } as CustomerChange,
  });
}
