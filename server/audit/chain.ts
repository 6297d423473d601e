import { createHmac } from 'node:crypto';

/** What of a row of the trail the chain holds fast. The values are held by their hash, which outlives them. */
export interface SealedRow {
  id: number;
  at: number;
  actor: string;
  action: string;
  subject: string;
  values_hash: string;
}

export const sealedColumns = ['id', 'at', 'actor', 'action', 'subject', 'values_hash'] as const;

/** What the first seal follows. */
export const beginning = '';

/**
 * The next seal of the chain: over the one before and a row. Keyed by the server's secret, which is not in the database, so that
 * somebody with the database alone can't make a chain for a trail of their own (ATTACKS S116).
 */
export const nextSeal = (secret: string, before: string, row: SealedRow): string =>
  createHmac('sha256', secret)
    .update('audit\0')
    .update(JSON.stringify([before, ...sealedColumns.map((name) => row[name])]))
    .digest('hex');
