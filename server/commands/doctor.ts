import { migrations } from '../../migrations/index.js';
import type { Config } from '../config.js';
import { checkDurability } from './durability.js';
import { openDatabase, theSecret } from './open.js';

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
        () => tell(true, 'Secret: the one this database was set up with'),
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
