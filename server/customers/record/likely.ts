import type { Knex } from 'knex';
import type { Db, Tx } from '../../db/connect.js';
import type { CustomerScope } from '../scope.js';
import { withinScope } from '../scope.js';
import type { Derived } from './derived.js';

/** What two records have in common that makes them look like one person. */
export type LikelyReason = 'email' | 'phone' | 'name';

export interface Likely {
  number: number;
  name: string;
  email: string | null;
  phone: string | null;
  reason: LikelyReason;
}

export interface LikelyQuestion {
  columns: Pick<Derived['columns'], 'email_folded' | 'phone_e164' | 'phone_national' | 'sort_name'>;
  birthDate: string | null;
  /** The customer who is compared. */
  except?: number;
  scope: CustomerScope;
}

export const mostLikely = 5;

/**
 * At most five customers in use who may be the same person: the same e-mail, the same telephone number, or the same folded name and
 * date of birth. Each is one look into an index, at a million customers too.
 */
export async function likelyCustomers(db: Db | Tx, question: LikelyQuestion): Promise<Likely[]> {
  const { email_folded, phone_e164, phone_national, sort_name } = question.columns;
  const found = new Map<number, Likely>();
  const look = async (reason: LikelyReason, where: Record<string, string | null>): Promise<void> => {
    if (found.size >= mostLikely || Object.values(where).includes(null)) return;
    for (const row of await matching(db, question, where))
      if (found.size < mostLikely && !found.has(row.number)) found.set(row.number, { ...row, reason });
  };
  await look('email', { email_folded });
  // A number that is none of a country is compared by its digits.
  await look('phone', phone_e164 === null ? { phone_national } : { phone_e164 });
  await look('name', { sort_name, birth_date: question.birthDate });
  return [...found.values()];
}

async function matching(
  db: Db | Tx,
  { except, scope }: LikelyQuestion,
  where: Record<string, string | null>,
): Promise<Omit<Likely, 'reason'>[]> {
  const query: Knex.QueryBuilder = db('customers').where({ 'customers.status': 'active' });
  for (const [column, value] of Object.entries(where)) query.where(`customers.${column}`, value);
  if (except !== undefined) query.whereNot('customers.id', except);
  return withinScope(query, scope)
    .orderBy('customers.id')
    .limit(mostLikely)
    .select('customers.id as number', 'customers.display_name as name', 'customers.email', 'customers.phone');
}
