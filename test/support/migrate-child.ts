import { migrations } from '../../migrations/index.js';
import { openMysql, openSqlite } from '../../server/db/connect.js';
import { migrate } from '../../server/db/migrate.js';
import { systemClock } from '../../server/lib/clock.js';

/* A process that migrates the database of its first argument (a mysql:// address or a file) and prints what it applied, as JSON. */

const target = process.argv[2] ?? '';
const db = target.startsWith('mysql:') ? openMysql(target, 2) : openSqlite(target);
try {
  console.log(JSON.stringify(await migrate(db, migrations, systemClock)));
} finally {
  await db.destroy();
}
