import { expect } from 'chai';
import { eraseFromImports } from '../../../server/customers/import/erase.js';
import { createImportWork } from '../../../server/customers/import/work.js';
import { transact } from '../../../server/db/transact.js';
import type { TestApp } from '../../support/app.js';
import { startApp } from '../../support/app.js';
import { clockAt } from '../../support/clock.js';
import { eachDatabase } from '../../support/databases.js';
import type { Importing } from './importing.js';
import { importing } from './importing.js';
import { messyFile } from './messy-file.js';

/** A server that dies at the n-th look at the clock: what it had not committed is gone, and it says no more. */
class Felled extends Error {}

eachDatabase('an import that is cut off (S95)', (database) => {
  const clock = clockAt('2026-11-24T08:00:00Z');
  let app: TestApp;
  let cookie: string;
  let imports: Importing;
  before(async () => {
    app = await startApp({ db: database.db, folder: database.folder, clock });
    cookie = await app.signIn();
    imports = importing(app, () => cookie);
  });
  after(() => app.stop());

  const status = async (id: number): Promise<string> =>
    (await database.db('imports').where({ id }).first('status')).status;
  const count = async (importId: number): Promise<number> =>
    Number((await database.db('customers').where({ import_id: importId }).count({ n: '*' }))[0]?.['n']);

  /** Works on an import as a server of its own, and falls at the n-th look at the clock. */
  const fallAt = async (id: number, look: number): Promise<void> => {
    let looks = 0;
    const doomed = createImportWork({
      ...app.context.importing,
      log: { error: () => {} } as never,
      clock: {
        now() {
          looks += 1;
          if (looks > look) throw new Felled();
          return clock.now();
        },
      },
    });
    await doomed.begin(id);
  };

  it('goes on after every fall, on another server, and doubles nobody', async function () {
    this.timeout(120_000);
    const file = messyFile(6100, 10);
    const checked = await imports.checked(file.bytes);
    expect(checked.counts).to.deep.equal({ new: 6090, update: 0, skip: 0, error: 10 });
    await database.db('imports').where({ id: checked.id }).update({ status: 'running' });
    const seen: number[] = [];
    for (let look = 1; (await status(checked.id)) === 'running' && look < 12; look += 1) {
      await fallAt(checked.id, look);
      seen.push(await count(checked.id));
      clock.advance(61_000);
    }
    expect(new Set(seen).size, `it fell between packets: ${seen}`).to.be.greaterThan(2);
    await app.context.upkeep.resumeImports();
    const done = await imports.settled(checked.id);
    expect([done.status, done.counts]).to.deep.equal(['done', { new: 6090, update: 0, skip: 0, error: 10 }]);
    expect(await count(checked.id)).to.equal(6090);
    const names = await database.db('customers').where({ import_id: checked.id }).countDistinct({ n: 'sort_name' });
    expect(Number(names[0]?.['n'])).to.equal(6090);
  });

  it('is worked on by one of two servers that begin at once', async function () {
    this.timeout(60_000);
    const rows = Array.from({ length: 1200 }, (_, at) => `Race,Row ${at},race${at}@example.com`);
    const checked = await imports.checked(`First name,Last name,E-mail\n${rows.join('\n')}\n`);
    await database.db('imports').where({ id: checked.id }).update({ status: 'running' });
    const servers = [1, 2, 3].map(() => createImportWork(app.context.importing));
    await Promise.all(servers.map((server) => server.begin(checked.id)));
    expect((await imports.settled(checked.id)).status).to.equal('done');
    expect(await count(checked.id)).to.equal(1200);
  });

  it('stops where staff stop it, and can be undone from there', async () => {
    const rows = Array.from({ length: 4400 }, (_, at) => `Stop,Row ${at},stop${at}@example.com`);
    const checked = await imports.checked(`First name,Last name,E-mail\n${rows.join('\n')}\n`);
    await database.db('imports').where({ id: checked.id }).update({ status: 'running' });
    await fallAt(checked.id, 3);
    const written = await count(checked.id);
    expect(written).to.be.within(2000, 4000);
    expect((await app.call('DELETE', `/api/v1/admin/customers/imports/${checked.id}`, { cookie })).status).to.equal(
      204,
    );
    const stopped = (await imports.get(checked.id)).body;
    expect([stopped.status, stopped.counts.new]).to.deep.equal(['cancelled', written]);
    await imports.ask(checked.id, 'undo');
    expect((await imports.settled(checked.id)).undone).to.deep.equal({ removed: written, restored: 0, kept: 0 });
    expect(await count(checked.id)).to.equal(0);
  });

  it('forgets a person who is erased, and nobody else', async () => {
    const done = await imports.imported(
      'First name,Last name,E-mail\nErase,Me,erase.me@example.com\nLeave,Me,leave.me@example.com\n',
    );
    const person = await database.db('customers').where({ email_folded: 'erase.me@example.com' }).first('id');
    await transact(database.db, (tx) => eraseFromImports(tx, person.id));
    const { items } = (await imports.get(done.id, '/rows')).body;
    expect(items.map((row: { cells: string[] }) => row.cells)).to.deep.equal([
      [],
      ['Leave', 'Me', 'leave.me@example.com'],
    ]);
    const view = (await imports.get(done.id)).text;
    expect(view).not.to.match(/erase\.me|Erase/);
  });
});
