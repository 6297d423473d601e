import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from '../lib/errors.js';
import type { Db, Tx } from './connect.js';

const tries = 12;

/** Lost races that are over as soon as they are told: deadlock, lock wait, Galera certification, node not ready. */
const raceErrnos = new Set([1213, 1205, 1020, 1047]);
const connectionCodes = new Set(['PROTOCOL_CONNECTION_LOST', 'ECONNRESET', 'EPIPE', 'ECONNREFUSED']);

interface DriverError {
  code?: string;
  errno?: number;
}

const isRace = (error: unknown): boolean => {
  const { code, errno } = (error ?? {}) as DriverError;
  return raceErrnos.has(errno ?? 0) || (typeof code === 'string' && code.startsWith('SQLITE_BUSY'));
};

/** The connection went away, so whether a COMMIT happened is unknown. */
const isConnectionLoss = (error: unknown): boolean => connectionCodes.has(((error ?? {}) as DriverError).code ?? '');

/** A unique key already has this value. */
export const isDuplicate = (error: unknown): boolean => {
  const { code, errno } = (error ?? {}) as DriverError;
  return errno === 1062 || code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY';
};

/** A row that is still referred to, or refers to one that is not there. */
export const isForeignKey = (error: unknown): boolean => {
  const { code, errno } = (error ?? {}) as DriverError;
  return errno === 1451 || errno === 1452 || code === 'SQLITE_CONSTRAINT_FOREIGNKEY';
};

export interface TransactOptions {
  /**
   * The work recognises its own earlier commit (by an idempotency row), so a connection lost during COMMIT may be tried again:
   * whether that COMMIT happened is unknown, and the work finds out.
   */
  repeatable?: boolean;
}

/**
 * Runs `work` in a transaction and again, at most 12 times with jitter, when it lost a race (DESIGN, section 4). On Galera a
 * deadlock can come from any statement, from COMMIT and from ROLLBACK, and Knex lets the error of a ROLLBACK replace the one
 * that caused it: an error thrown by `work` itself is kept and wins.
 */
export async function transact<T>(db: Db, work: (tx: Tx) => Promise<T>, options: TransactOptions = {}): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    let thrown: unknown;
    try {
      return await db.transaction(async (tx) => {
        try {
          return await work(tx);
        } catch (error) {
          thrown = error;
          throw error;
        }
      });
    } catch (error) {
      const cause = thrown ?? error;
      if (cause instanceof AppError) throw cause;
      const again =
        isRace(cause) ||
        isRace(error) ||
        (options.repeatable === true && (isConnectionLoss(cause) || isConnectionLoss(error)));
      if (!again) throw cause;
      if (attempt >= tries)
        throw new AppError('overloaded', 'Too many people are booking at once. Please try again.', {
          cause,
          retryAfter: 1,
        });
      await sleep(Math.random() * Math.min(400, 4 * 2 ** attempt));
    }
  }
}
