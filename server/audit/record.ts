import type { Tx } from '../db/connect.js';
import type { Actor } from '../lib/actor.js';
import { actorLabel } from '../lib/actor.js';
import { sha256 } from '../lib/ids.js';

/** One line of the trail: who did what to what, and the values that changed. Never a password, token or other secret. */
export interface AuditEntry {
  at: number;
  actor: Actor;
  /** `booking.created`, `service.changed`. */
  action: string;
  /** `booking:12`, `service:3`. */
  subject: string;
  values: Record<string, unknown>;
}

export type RecordAudit = (tx: Tx, entries: readonly AuditEntry[]) => Promise<void>;

/** Appends to the trail within the transaction of the fact, so that neither is there without the other. */
export const recordAudit: RecordAudit = async (tx, entries) => {
  if (entries.length === 0) return;
  await tx('audit').insert(
    entries.map((entry) => {
      const values = JSON.stringify(entry.values);
      return {
        at: entry.at,
        actor: actorLabel(entry.actor),
        action: entry.action,
        subject: entry.subject,
        values,
        values_hash: sha256(values),
      };
    }),
  );
};
