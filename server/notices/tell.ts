import type { Tx } from '../db/connect.js';
import type { Permission } from '../lib/permissions.js';

/**
 * What the bell tells. The admin has words for each (admin/locales/en/bell.ts); `values` fill their placeholders.
 *
 * - `booking.matched_trashed`: somebody who is in the trash has booked; `subject` is that customer, `values.reference` the booking.
 * - `import.done`: an import has ended; `subject` is `import:4`, `values` its counts `created`, `updated` and `refused`.
 * - `duplicates.found`: customers who may be one person, whom nobody has been shown yet; `values.count` pairs.
 */
export type NoticeKind = 'booking.matched_trashed' | 'import.done' | 'duplicates.found';

export interface NewNotice {
  at: number;
  kind: NoticeKind;
  /** What it is about: `customer:12`, `import:4`, `business`. */
  subject: string;
  /** Counts, numbers and references. No names and no contact: those are read when the bell is opened, so nothing has to be erased. */
  values?: Readonly<Record<string, string | number>>;
  /** Whom it concerns: everybody who may do this … */
  permission: Permission;
  /** … or this account alone. */
  accountId?: number | null;
}

export type TellStaff = (tx: Tx, notice: NewNotice) => Promise<void>;

/** Puts a notice into the bell within the transaction of the fact. */
export const tellStaff: TellStaff = async (tx, { at, kind, subject, values = {}, permission, accountId = null }) => {
  const [, customerId] = /^customer:(\d+)$/.exec(subject) ?? [];
  await tx('notices').insert({
    account_id: accountId,
    permission,
    kind,
    subject,
    customer_id: customerId === undefined ? null : Number(customerId),
    values: JSON.stringify(values),
    created_at: at,
  });
};
