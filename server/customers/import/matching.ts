import type { Db, Tx } from '../../db/connect.js';
import type { RecordValues } from '../record/fields.js';
import { isEmpty, valuesOf } from '../record/fields.js';
import type { CustomerRow } from '../record/row.js';
import type { Matching, Policy } from './import-row.js';
import type { ReadyRow } from './ready-row.js';
import { saidBy, textOf } from './ready-row.js';

/** How a person is looked up: by which column, under which value, and who of those found it is. */
interface Trail {
  column: 'email_folded' | 'phone_e164' | 'phone_national' | 'sort_name';
  value: string;
  isIt: (row: CustomerRow) => boolean;
}

/** The ways to find a row's person, the surest first. */
export function trailsOf(row: ReadyRow, matching: Matching): Trail[] {
  const email = textOf(row, 'email_folded');
  const e164 = textOf(row, 'phone_e164');
  const national = textOf(row, 'phone_national');
  const name = textOf(row, 'sort_name') ?? '';
  const anybody = () => true;
  const sameName = (other: CustomerRow) => other.sort_name === name;
  const byEmail = (isIt: Trail['isIt']): Trail[] =>
    email === null ? [] : [{ column: 'email_folded', value: email, isIt }];
  const byPhone = (isIt: Trail['isIt']): Trail[] => {
    if (e164 !== null) return [{ column: 'phone_e164', value: e164, isIt }];
    return national === null ? [] : [{ column: 'phone_national', value: national, isIt }];
  };
  if (matching === 'email') return byEmail(anybody);
  if (matching === 'phone') return byPhone(anybody);
  if (matching === 'either') return [...byEmail(anybody), ...byPhone(anybody)];
  if (email !== null) return byEmail(sameName);
  // Without an e-mail on the record too: who has one is found by it.
  const withoutEmail = (other: CustomerRow) => sameName(other) && other.email_folded === null;
  if (national !== null) return byPhone(withoutEmail);
  const bare = (other: CustomerRow) => withoutEmail(other) && other.phone_national === null;
  return name === '' ? [] : [{ column: 'sort_name', value: name, isIt: bare }];
}

/** What two rows of one file share when they are the same person; null: this row is like no other. */
export function personKey(row: ReadyRow, matching: Matching): string | null {
  const [first] = trailsOf(row, matching);
  if (!first) return null;
  const name = matching === 'person' ? textOf(row, 'sort_name') : '';
  return `${first.column}\0${first.value}\0${name}`;
}

/** MySQL estimates long lists badly, and SQLite takes 32,766 values. */
const listLength = 500;

/**
 * Who of the customers each row is, as they are now: in use before in the trash, the oldest first. Of several that are alike the one
 * whose number our own export wrote: families and namesakes come back each to their own.
 */
export async function findKnown(
  db: Db | Tx,
  rows: readonly (ReadyRow | null)[],
  matching: Matching,
): Promise<(CustomerRow | null)[]> {
  const trails = rows.map((row) => (row === null ? [] : trailsOf(row, matching)));
  const found = new Map<string, CustomerRow[]>();
  for (const column of ['email_folded', 'phone_e164', 'phone_national', 'sort_name'] as const) {
    const values = [
      ...new Set(
        trails
          .flat()
          .filter((trail) => trail.column === column)
          .map(({ value }) => value),
      ),
    ];
    for (let at = 0; at < values.length; at += listLength) {
      const some: CustomerRow[] = await db('customers')
        .whereIn('status', ['active', 'trashed'])
        .whereIn(column, values.slice(at, at + listLength))
        .orderBy('id');
      for (const row of some) {
        const key = `${column}\0${row[column]}`;
        const others = found.get(key);
        if (others) others.push(row);
        else found.set(key, [row]);
      }
    }
  }
  const best = ({ column, value, isIt }: Trail, number: number | undefined): CustomerRow | undefined => {
    const candidates = (found.get(`${column}\0${value}`) ?? []).filter(isIt);
    const named = number === undefined ? undefined : candidates.find(({ id }) => id === number);
    return named ?? candidates.find(({ status }) => status === 'active') ?? candidates[0];
  };
  return trails.map(
    (ways, at) => ways.map((way) => best(way, rows[at]?.number)).find((row) => row !== undefined) ?? null,
  );
}

/** What a row changes of a known customer's record. A name is never filled in half: first and last name go together. */
export function changesOf(known: CustomerRow, row: ReadyRow, policy: Policy): Partial<RecordValues> {
  if (policy !== 'fill_empty' && policy !== 'overwrite') return {};
  const before = valuesOf(known) as unknown as Record<string, unknown>;
  const changes: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(saidBy(row))) {
    const old = before[name] as RecordValues[keyof RecordValues];
    const isFree = name === 'newsletter' ? old === false : isEmpty(old);
    if (policy === 'fill_empty' && !isFree) continue;
    // Whoever has unsubscribed is not subscribed again by an old list.
    if (policy === 'fill_empty' && name === 'newsletter') continue;
    if (policy === 'fill_empty' && name === 'lastName') continue;
    if (old !== value) changes[name] = value;
  }
  return changes as Partial<RecordValues>;
}
