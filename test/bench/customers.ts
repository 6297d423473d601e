import { orderOf, through } from '../../server/customers/list/order.js';
import type { Db, Dialect } from '../../server/db/connect.js';
import { openDatabase } from '../support/databases.js';
import { asking, line, memoryLine, startServerOver } from './asking.js';
import { seedCustomers } from './customers-seed.js';
import { quantiles } from './load.js';

/* The customer list at a million rows, over HTTP at one connection, beside a bare indexed select. */

const count = Number(process.env['BOOKPANE_BENCH_CUSTOMERS'] ?? 1_000_000);
/** A database that serves a million customers keeps them in memory. */
const bufferPool = 1024 * 1024 * 1024;

/** What somebody types, letter by letter: each beginning is a search of its own. */
const typed = {
  'a last name': ['silva', 'zimmermann', 'ackermann', 'kowalski', 'dornhauer', 'goncalves'],
  'a first name': ['maria', 'joao', 'katharina', 'zeynep', 'wei', 'francesca'],
  'two words': ['anna mull', 'silva ped', 'maria zim', 'lars bergmann', 'ana santos'],
  'an e-mail': ['silva.maria', 'zimmer.anna', 'ssilva.7', 'joao12'],
  'a phone': ['912 345 6', '+351 96 1', '0093 1234', '(923) 88'],
  'a number': ['123456', '7', '#98765', '1000000'],
};
/** The dearest there is, beside the others: each piece may be words of a name, or begin an address. */
const hyphenated = ['anna-lena', 'silva-reis', "o'brien"];
const prefixes = (text: string): string[] =>
  Array.from(text, (_, index) => text.slice(0, index + 1)).filter((part) => part.trim() === part);
const sorts = ['name', 'number', 'created', 'email', 'phone', 'lastAppointment', 'trashed'].flatMap((sort) => [
  sort,
  `-${sort}`,
]);

const only = process.env['BOOKPANE_BENCH_DATABASE'];
for (const dialect of ['mysql', 'sqlite'] as const) if (!only || only === dialect) await bench(dialect);

async function bench(dialect: Dialect): Promise<void> {
  const database = await openDatabase(dialect);
  const ended: (() => Promise<void>)[] = [() => database.remove()];
  try {
    if (dialect === 'mysql') await database.db.raw(`SET GLOBAL innodb_buffer_pool_size = ${bufferPool}`);
    const began = performance.now();
    await seedCustomers(database.db, count);
    const seconds = Math.round((performance.now() - began) / 1000);
    console.log(
      `\n${dialect === 'mysql' ? 'MariaDB' : 'SQLite'}, ${count} customers, filled in ${seconds} s. Milliseconds.\n`,
    );
    console.log(`${'what'.padEnd(46)}     p50      p99   worst asked`);
    const bare = await bareSelects(database.db);
    const { server, cookie } = await startServerOver(database);
    ended.unshift(() => server.end());
    await benchList(asking(server.url, cookie, bare));
    memoryLine(server.child.pid);
  } finally {
    for (const end of ended) await end();
  }
}

/** The floor: 25 rows through an index, the way a page of the list ends. */
async function bareSelects(db: Db): Promise<number> {
  const times: number[] = [];
  for (let index = 0; index < 400; index += 1) {
    const began = performance.now();
    await db
      .from(db.raw(`customers ${through(db, orderOf('name'))}`))
      .where({ status: 'active' })
      .andWhere('sort_name', '>', String.fromCharCode(97 + (index % 26)))
      .orderBy([{ column: 'sort_name' }, { column: 'id' }])
      .limit(25)
      .select();
    times.push(performance.now() - began);
  }
  const { p50, p99 } = quantiles(times);
  line('bare select of 25 rows by an index', { p50, p99 }, '');
  return p50;
}

async function benchList(measure: ReturnType<typeof asking>): Promise<void> {
  const list = (query: string): string => `/customers?${query}`;
  const asSearch = (text: string) => list(`q=${encodeURIComponent(text)}`);
  const typing: number[] = [];
  for (const [name, texts] of Object.entries(typed)) {
    typing.push(...(await measure(`search while typing ${name}`, texts.flatMap(prefixes).map(asSearch), 3)));
  }
  line('search while typing, all of these', quantiles(typing), '');
  await measure('search while typing a name of two', hyphenated.flatMap(prefixes).map(asSearch), 3);
  const byName = typed['two words'].flatMap(prefixes).map((text) => `${asSearch(text)}&sort=name`);
  await measure('search while typing two words, by name', byName, 3);
  await measure(
    'first page, sorted by each column',
    sorts.map((sort) => list(`sort=${sort}`)),
    10,
  );
  await measure(
    'page 20,000, sorted by each column',
    sorts.map((sort) => list(`sort=${sort}&page=${Math.ceil(count / 50)}`)),
    2,
  );
  const filters = [
    'newsletter=yes',
    'coming=yes',
    'nationality=PL',
    'createdFrom=2024-01-01&createdTo=2024-12-31',
    'status=trashed',
    'status=all',
  ];
  await measure('first page of a filter', filters.map(list), 5);
  const counted = ['', 'q=maria', 'q=s', 'newsletter=yes', 'nationality=PL&coming=yes'];
  await measure(
    'exact count',
    counted.map((query) => `/customers/count?${query}`),
    1,
  );
}
