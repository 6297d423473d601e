import type { Tx } from '../../db/connect.js';
import type { CustomerRow } from '../record/row.js';

/** What a merge did with the way into the panel and with birthday greetings, to be taken back. */
export interface MovedLogin {
  /** The login that the kept customer got; null: it had one of its own, or the other had none. */
  login: number | null;
  /** Both had it: it stays the kept one's, and is both's again when the merge is undone. Absent in snapshots of earlier versions. */
  shared?: boolean;
  /** The kept one had not said no to greetings, and the other had. */
  stopsGreetings: boolean;
}

/**
 * The kept customer keeps its login, and gets the other's where it has none. Another login of the other's stays on its row: it opens
 * nothing while that is merged. Who said no to greetings under either name has said no, and who was greeted is not greeted again.
 */
export async function moveLogin(tx: Tx, gone: CustomerRow, kept: CustomerRow): Promise<MovedLogin> {
  const shared = kept.login_id !== null && kept.login_id === gone.login_id;
  const login = shared || kept.login_id === null ? gone.login_id : null;
  if (login !== null) {
    await tx('customers').where({ id: gone.id }).update({ login_id: null });
    await tx('customers').where({ id: kept.id }).update({ login_id: login });
  }
  const stopsGreetings = kept.greetings === 1 && gone.greetings === 0;
  if (stopsGreetings) await tx('customers').where({ id: kept.id }).update({ greetings: 0 });
  const greeted: { year: number; greeted_at: number }[] = await tx('birthday_greetings')
    .where({ customer_id: gone.id })
    .select('year', 'greeted_at');
  for (const row of greeted)
    await tx('birthday_greetings')
      .insert({ ...row, customer_id: kept.id })
      .onConflict(['year', 'customer_id'])
      .ignore();
  return { login, shared, stopsGreetings };
}

/** Gives the other its login back, unless the kept one got another meanwhile. A snapshot of an earlier version says nothing of it. */
export async function moveLoginBack(
  tx: Tx,
  kept: CustomerRow,
  goneId: number,
  { login, shared = false, stopsGreetings }: MovedLogin = { login: null, stopsGreetings: false },
): Promise<void> {
  if (login !== null && kept.login_id === login) {
    if (!shared) await tx('customers').where({ id: kept.id }).update({ login_id: null });
    await tx('customers').where({ id: goneId }).update({ login_id: login });
  }
  if (stopsGreetings) await tx('customers').where({ id: kept.id }).update({ greetings: 1 });
}
