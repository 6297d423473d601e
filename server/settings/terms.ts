import type { Db, Tx } from '../db/connect.js';
import { fromRow } from '../db/rows.js';
import { sha256 } from '../lib/ids.js';

/** What names a text of terms: bookings keep it as what was agreed to. */
export const termsVersionOf = (text: string): string => sha256(text).slice(0, 12);

export interface TermsVersion {
  version: string;
  text: string;
  /** Epoch ms; 0 where it was there before anybody decided. */
  createdAt: number;
}

/** Keeps a text for good, so that what somebody agreed to can always be shown; one that is known stays as it is. */
export async function keepTerms(tx: Tx, text: string, createdAt: number): Promise<void> {
  const version = termsVersionOf(text);
  await tx('terms_versions').insert({ version, text, created_at: createdAt }).onConflict('version').ignore();
}

/** The last hundred texts, newest first. */
export async function readTermsVersions(db: Db | Tx): Promise<TermsVersion[]> {
  const rows = await db('terms_versions')
    .select('version', 'text', 'created_at')
    .orderBy([{ column: 'created_at', order: 'desc' }, { column: 'version' }])
    .limit(100);
  return rows.map((row) => fromRow<TermsVersion>(row));
}

export async function findTermsVersion(db: Db | Tx, version: string): Promise<TermsVersion | null> {
  const row = await db('terms_versions').where({ version }).first('version', 'text', 'created_at');
  return row ? fromRow<TermsVersion>(row) : null;
}
