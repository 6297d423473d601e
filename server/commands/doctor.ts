import { migrations } from '../../migrations/index.js';
import { verifyAudit } from '../audit/verify.js';
import type { Config } from '../config.js';
import type { Db } from '../db/connect.js';
import { systemClock } from '../lib/clock.js';
import { checkDurability } from './durability.js';
import { openDatabase, theSecret } from './open.js';
import { checkSensitiveKey } from './sensitive-key.js';

/** The `doctor` command: checks what a running server stands on and answers whether all is well. Changes nothing. */
export async function doctor(config: Config): Promise<boolean> {
  let well = true;
  const tell = (good: boolean, line: string): void => {
    well &&= good;
    console.log(`${good ? 'good' : 'BAD '}  ${line}`);
  };
  const { db, description } = openDatabase(config);
  try {
    await db.raw('SELECT 1');
    tell(true, `Database: ${description}`);
    const durability = await checkDurability(db);
    tell(durability.durable, `Commits reach the disk: ${durability.found}`);
    const hasTable = await db.schema.hasTable('schema_migrations');
    const done = hasTable ? (await db('schema_migrations').select('name')).length : 0;
    tell(done === migrations.length, `Migrations: ${done} of ${migrations.length} applied`);
    if (done > 0)
      await theSecret(config, db).then(
        async (secret) => {
          tell(true, 'Secret: the one this database was set up with');
          await checkSensitiveKey(config, db, secret).then(
            () => tell(true, 'Key of the sensitive fields: the one this database was set up with'),
            (error: Error) => tell(false, error.message),
          );
          if (done === migrations.length) tell(...(await trailLine(db, secret)));
        },
        (error: Error) => tell(false, error.message),
      );
    const dead = hasTable
      ? Number((await db('messages').where({ state: 'dead' }).count({ count: '*' }).first())?.count ?? 0)
      : 0;
    tell(dead === 0, `Mail: ${dead} could not be delivered${dead > 0 ? '; see Messages in the admin' : ''}`);
  } catch (error) {
    tell(false, `Database: ${description}: ${(error as Error).message}`);
  } finally {
    await db.destroy();
  }
  tell(
    config.publicUrl.startsWith('https:') || new URL(config.publicUrl).hostname === 'localhost',
    `Public address: ${config.publicUrl}${config.publicUrl.startsWith('https:') ? '' : ' (use https in public)'}`,
  );
  tell(true, `Mail goes ${config.smtpUrl ? 'through SMTP_URL' : `into ${config.dataDir}/mail`}`);
  return well;
}

/** Whether the audit trail is as it was written. The head of the chain is for writing down: it tells later that nothing was cut off. */
async function trailLine(db: Db, secret: string): Promise<[good: boolean, line: string]> {
  const { sealed, head, faults } = await verifyAudit(db, secret, systemClock.now());
  const found = faults.map(({ kind, auditId }) => `row ${auditId} ${kind}`).join(', ');
  if (faults.length > 0) return [false, `Audit trail: not as it was written (${found})`];
  return [true, `Audit trail: ${sealed} rows sealed, as they were written (head ${head.slice(0, 16) || 'none yet'})`];
}
