import type { Tx } from '../../db/connect.js';
import { transact } from '../../db/transact.js';
import { sameHash, sha256 } from '../../lib/ids.js';
import { keepRefusal } from '../duplicates/snapshot.js';
import type { MailDeps } from './deps.js';

export type UnsubscribeDeps = Pick<MailDeps, 'db' | 'clock' | 'record' | 'unsubscribeSeal' | 'publicUrl'>;

/** What somebody may want no more of. Each has its own way out: who leaves the newsletter may like to be greeted, and the reverse. */
export type Promotion = 'newsletter' | 'greeting';

/** The column of `customers` that says who wants it. */
const columns = { newsletter: 'newsletter', greeting: 'greetings' } as const;

/**
 * `12.` and the seal, `12g.` for birthday greetings: of one customer with one address. When the address changes, old mails' links open
 * nothing any more.
 */
export const tokenOf = (
  { unsubscribeSeal }: Pick<MailDeps, 'unsubscribeSeal'>,
  customerId: number,
  emailFolded: string,
  from: Promotion = 'newsletter',
): string =>
  from === 'newsletter'
    ? `${customerId}.${unsubscribeSeal(customerId, emailFolded)}`
    : `${customerId}g.${unsubscribeSeal(customerId, `${emailFolded}\0greeting`)}`;

/** The ways out of a newsletter, or of birthday greetings. On the page's address the token is in the fragment: no log and no Referer holds it. */
export function unsubscribeLinks(
  deps: Pick<MailDeps, 'unsubscribeSeal' | 'publicUrl'>,
  customerId: number,
  emailFolded: string,
  from: Promotion = 'newsletter',
): { page: string; oneClick: string } {
  const token = tokenOf(deps, customerId, emailFolded, from);
  return {
    page: `${deps.publicUrl}/unsubscribe#${token}`,
    oneClick: `${deps.publicUrl}/api/v1/unsubscribe/${token}`,
  };
}

interface Holder {
  id: number;
  emailFolded: string;
  from: Promotion;
}

async function holderOf(deps: UnsubscribeDeps, token: string): Promise<Holder | null> {
  const [, id = '', mark] = /^([1-9]\d{0,14})(g?)\./.exec(token) ?? [];
  if (id === '') return null;
  const row: { email_folded: string | null } | undefined = await deps
    .db('customers')
    .where({ id: Number(id) })
    .first('email_folded');
  if (!row?.email_folded) return null;
  const from: Promotion = mark === 'g' ? 'greeting' : 'newsletter';
  const holder = { id: Number(id), emailFolded: row.email_folded, from };
  return sameHash(sha256(token), sha256(tokenOf(deps, holder.id, holder.emailFolded, from))) ? holder : null;
}

/**
 * Does what the holder of a token chose, about newsletters or birthday greetings, and answers whether they get them now. Who
 * unsubscribes does so for the address: whoever shares it gets no newsletter there either, nor who comes back there when a merge is
 * undone. Who subscribes again does so for themselves. A token that opens nothing answers false, as everybody does who is not
 * subscribed.
 */
export async function chooseNewsletter(deps: UnsubscribeDeps, token: string, subscribed: boolean): Promise<boolean> {
  const { db, clock } = deps;
  const holder = await holderOf(deps, token);
  if (!holder) return false;
  const at = clock.now();
  return transact(db, async (tx) => {
    // Held: a merge of theirs that is undone at this moment waits, or is seen.
    const rows: { id: number; merged_into: number | null }[] = await tx('customers')
      .whereIn('status', ['active', 'trashed', 'merged'])
      .andWhere('email_folded', holder.emailFolded)
      .orderBy('id')
      .forUpdate()
      .select('id', 'merged_into');
    if (!subscribed) {
      for (const { id } of rows) await change(deps, tx, id, holder.from, false, at);
      await keepRefusal(
        tx,
        rows.map(({ id }) => id),
        holder.from,
      );
      return false;
    }
    const named = rows.find(({ id }) => id === holder.id);
    // Merged into another with the same address meanwhile: then it is that one who is meant.
    const own = named?.merged_into ? rows.find(({ id }) => id === named.merged_into) : named;
    if (!own) return false;
    await change(deps, tx, own.id, holder.from, true, at);
    return true;
  });
}

async function change(
  { record }: UnsubscribeDeps,
  tx: Tx,
  id: number,
  from: Promotion,
  to: boolean,
  at: number,
): Promise<void> {
  const column = columns[from];
  const changed = await tx('customers')
    .where({ id, [column]: to ? 0 : 1 })
    .update({ [column]: to ? 1 : 0, version: tx.raw('version + 1'), updated_at: at });
  if (changed === 0) return;
  await record(tx, [
    {
      at,
      actor: { kind: 'visitor' },
      action: 'customer.changed',
      subject: `customer:${id}`,
      values: { [column]: { from: !to, to } },
    },
  ]);
}
