import { expect } from 'chai';
import type { TestApp } from '../../support/app.js';
import { startApp } from '../../support/app.js';
import { clockAt } from '../../support/clock.js';
import { eachDatabase } from '../../support/databases.js';
import { aShop, bookOver } from '../../support/shop.js';
import type { Importing } from './importing.js';
import { importing } from './importing.js';
import { messyFile } from './messy-file.js';

const none = { new: 0, update: 0, skip: 0, error: 0 };

eachDatabase('importing customers (A004, A091, A092, A093)', (database) => {
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

  const customers = async (): Promise<Record<string, unknown>[]> => database.db('customers').orderBy('id');
  const count = async (table: string): Promise<number> => {
    const [row] = await database.db(table).count({ n: '*' });
    return Number(row?.['n']);
  };
  const named = async (name: string) => database.db('customers').where({ sort_name: name }).first();

  it('brings a messy file of 5,000 rows in Windows-1252 with 40 bad ones, five corrected in place, and takes it back as a whole', async function () {
    this.timeout(120_000);
    const before = { customers: await count('customers'), words: await count('customer_words') };
    const messages = await count('messages');
    const file = messyFile();
    const uploaded = await imports.upload(file.bytes, { name: 'kunden.csv' });
    expect(uploaded.body).to.include({
      encoding: 'windows-1252',
      delimiter: ';',
      header: true,
      dateOrder: 'DMY',
      rows: 5000,
    });
    expect(uploaded.body.head[1].slice(1, 3)).to.deep.equal(['Ângela', 'Müller 2']);
    const { id } = uploaded.body;
    await imports.change(id, { country: 'DE' });
    expect((await imports.ask(id, 'run')).status, 'nothing is imported unseen').to.equal(409);
    await imports.ask(id, 'check');
    expect((await imports.settled(id)).counts).to.deep.equal({ ...none, new: 4960, error: 40 });
    expect(await count('customers'), 'a dry run writes nobody').to.equal(before.customers);

    const errors = (await imports.get(id, '/rows?outcome=error&pageSize=100')).body;
    expect(errors.total).to.equal(40);
    expect(errors.items.map((item: { row: number }) => item.row)).to.deep.equal(file.bad.map(({ row }) => row));
    for (const { row, column, right } of file.bad.slice(0, 5)) {
      const fixed = await app.call('PATCH', `/api/v1/admin/customers/imports/${id}/rows/${row}`, {
        cookie,
        body: { cells: { [column]: right } },
      });
      expect([fixed.status, fixed.body.outcome], fixed.text).to.deep.equal([200, 'new']);
    }
    expect((await imports.get(id)).body.counts).to.deep.equal({ ...none, new: 4965, error: 35 });
    const news = (await imports.get(id, '/rows?outcome=new&page=50&pageSize=100')).body;
    expect([news.total, news.items.length]).to.deep.equal([4965, 65]);

    await imports.ask(id, 'run');
    const done = await imports.settled(id);
    expect([done.status, done.counts]).to.deep.equal(['done', { ...none, new: 4965, error: 35 }]);
    const ana = await named('muller 2 angela');
    expect(ana).to.include({ first_name: 'Ângela', email: 'Kunde.2@Beispiel-2.example', phone_e164: '+491721000002' });
    expect(ana).to.include({
      birth_date: '1942-03-03',
      gender: 'diverse',
      newsletter: 1,
      city: 'Köln',
      country: 'DE',
      source: 'import',
      import_id: id,
      version: 1,
    });
    expect((await named('weiss 11 jurgen')) ?? (await named('da silva 11 jurgen'))).to.include({
      note: 'Sagt „Grüß Gott“; zahlt bar: 11 €\nRuft vorher an',
    });
    expect(await count('messages'), 'nobody gets a mail (S95)').to.equal(messages);
    const trail = await database
      .db('audit')
      .where({ subject: `import:${id}` })
      .orderBy('id');
    expect(trail.map(({ action }) => action)).to.deep.equal([
      'customer.import_uploaded',
      'customer.import_started',
      'customer.import_finished',
    ]);
    expect(
      await database
        .db('notices')
        .where({ subject: `import:${id}` })
        .first('kind'),
    ).to.deep.equal({ kind: 'import.done' });
    expect(await count('import_pieces'), 'the file has served').to.equal(0);

    const refused = (await imports.get(id, '/refused?language=de')).text.split('\r\n');
    expect(refused[0]).to.match(/^\uFEFF?Kundennr;Vorname;.*;role;Grund$/);
    expect(refused.filter((line) => line !== '')).to.have.length(36);
    expect(refused[1]).to.match(/;E-Mail: ist keine E-Mail-Adresse$/);

    clock.advance(6 * 86_400_000);
    cookie = await app.signIn();
    await imports.ask(id, 'undo');
    const undone = await imports.settled(id);
    expect([undone.status, undone.undone]).to.deep.equal(['undone', { removed: 4965, restored: 0, kept: 0 }]);
    expect({ customers: await count('customers'), words: await count('customer_words') }).to.deep.equal(before);
  });

  it('twice adds nobody twice, with and without e-mail, in the file and in the book (S95)', async () => {
    const file =
      'First name,Last name,E-mail,Phone\nTwice,One,one@twice.example,\nTwice,Two,,+351 912 000 001\nTwice,Three,,\nTwice,One,ONE@twice.example,\nTwice,Sister,one@twice.example,\n';
    const fields = { customerFields: { email: { admin: 'shown' } } };
    expect((await app.call('PATCH', '/api/v1/admin/settings', { cookie, body: fields })).status).to.equal(200);
    clock.advance(5000);
    const first = await imports.imported(file);
    expect(first.counts).to.deep.equal({ ...none, new: 4, skip: 1 });
    const numbers = (await customers()).length;
    const second = await imports.imported(file);
    expect(second.counts).to.deep.equal({ ...none, skip: 5 });
    expect((await customers()).length).to.equal(numbers);
    const over = await imports.imported(file, { policy: 'overwrite' });
    expect(over.counts).to.include({ new: 0, error: 0 });
    expect((await customers()).length).to.equal(numbers);
  });

  it('changes known customers as the policy says, and gives them back what they said', async () => {
    const header = 'First name,Last name,E-mail,City,Note,Newsletter\n';
    await imports.imported(`${header}Poly,Cy,poly@example.com,,old,no\n`);
    const before = await named('cy poly');
    const filled = await imports.imported(`${header}Poly,Cy,POLY@example.com,Porto,new,yes\n`, {
      policy: 'fill_empty',
    });
    expect(filled.counts).to.deep.equal({ ...none, update: 1 });
    expect(await named('cy poly')).to.include({
      city: 'Porto',
      note: 'old',
      newsletter: 0,
      email: 'poly@example.com',
      version: 2,
    });
    const over = await imports.imported(`${header}Poly,Cy,poly@example.com,Faro,,yes\n`, { policy: 'overwrite' });
    expect(await named('cy poly')).to.include({ city: 'Faro', note: 'old', newsletter: 1, version: 3 });
    const trail = await database.db('audit').where({ subject: `customer:${before.id}`, action: 'customer.imported' });
    expect(trail.map(({ values }) => JSON.parse(values).city)).to.deep.equal([
      { from: null, to: 'Porto' },
      { from: 'Porto', to: 'Faro' },
    ]);
    await imports.ask(filled.id, 'undo');
    expect((await imports.settled(filled.id)).undone, 'another import came after it').to.deep.equal({
      removed: 0,
      restored: 0,
      kept: 1,
    });
    await imports.ask(over.id, 'undo');
    expect((await imports.settled(over.id)).undone).to.deep.equal({ removed: 0, restored: 1, kept: 0 });
    expect(await named('cy poly')).to.include({ city: 'Porto', newsletter: 0, version: 4 });
  });

  it('knows people by what was chosen: e-mail alone, phone alone', async () => {
    await imports.imported('First name,Last name,E-mail,Phone\nMatch,One,match@example.com,+351 912 000 111\n');
    const other = 'First name,Last name,E-mail,Phone\nOther,Name,match@example.com,+351 912 000 222\n';
    expect((await imports.checked(other)).counts).to.deep.equal({ ...none, new: 1 });
    expect((await imports.checked(other, { match: 'email' })).counts).to.deep.equal({ ...none, skip: 1 });
    expect((await imports.checked(other, { match: 'phone' })).counts).to.deep.equal({ ...none, new: 1 });
    expect((await imports.checked(other, { match: 'either' })).counts).to.deep.equal({ ...none, skip: 1 });
    expect((await imports.checked(other, { match: 'email', policy: 'create' })).counts).to.deep.equal({
      ...none,
      new: 1,
    });
  });

  it('brings nobody back from the trash', async () => {
    await imports.imported('First name,Last name,E-mail\nTrashed,Tess,tess@example.com\n');
    await database.db('customers').where({ sort_name: 'tess trashed' }).update({ status: 'trashed', trashed_at: 1 });
    const again = await imports.imported('First name,Last name,E-mail\nTrashed,Tess,tess@example.com\n', {
      policy: 'overwrite',
    });
    expect(again.counts).to.deep.equal({ ...none, skip: 1 });
    const [row] = (await imports.get(again.id, '/rows')).body.items;
    expect(row).to.include({ outcome: 'skip', reason: 'in_trash' });
  });

  it('keeps on undo whoever was changed, noted or has booked since', async () => {
    const shop = await aShop(database.db, clock);
    const done = await imports.imported(
      'First name,Last name,E-mail\nKeep,Booked,booked@keep.example\nKeep,Changed,changed@keep.example\nKeep,Nobody,nobody@keep.example\n',
    );
    const contact = { firstName: 'Keep', lastName: 'Booked', email: 'booked@keep.example' };
    const booked = await bookOver(app.call, shop, { start: '2026-12-07T10:00:00Z', contact });
    expect(booked.status, booked.text).to.equal(201);
    await database.db('customers').where({ sort_name: 'changed keep' }).update({ version: 2, note: 'ours' });
    await imports.ask(done.id, 'undo');
    expect((await imports.settled(done.id)).undone).to.deep.equal({ removed: 1, restored: 0, kept: 2 });
    expect(await named('nobody keep')).to.equal(undefined);
    expect((await named('booked keep'))?.status).to.equal('active');
    const kept = (await imports.get(done.id, '/rows?outcome=kept')).body.items;
    expect(kept.map((row: { cells: string[] }) => row.cells[1])).to.deep.equal(['Booked', 'Changed']);
    expect((await imports.ask(done.id, 'undo')).status, 'once').to.equal(409);
  });

  it('ends seven days later: what was read is forgotten, the history stays', async () => {
    const done = await imports.imported('First name,Last name,E-mail\nOld,Import,old@example.com\n');
    clock.advance(7 * 86_400_000 + 1000);
    cookie = await app.signIn();
    expect((await imports.ask(done.id, 'undo')).body.error.details).to.deep.equal({ reason: 'too_late' });
    await app.context.upkeep.forgetImports();
    expect((await imports.get(done.id, '/rows')).body.total).to.equal(0);
    expect((await imports.get(done.id)).body).to.include({ status: 'done', undoUntil: null });
    expect(await named('import old'), 'the customers stay').to.include({ status: 'active' });
  });

  it('remembers the mapping for the same header, and understands anew under another delimiter', async () => {
    const file = 'A;B;C\nAna;Silva;ana@remember.example\n';
    const first = await imports.checked(file, { header: true, mapping: ['firstName', 'lastName', 'email'] });
    await imports.ask(first.id, 'run');
    await imports.settled(first.id);
    const second = (await imports.upload(file)).body;
    expect(second.columns.map((column: { field: string }) => column.field)).to.deep.equal([
      'firstName',
      'lastName',
      'email',
    ]);
    expect(second.remembered).to.equal(true);
    const comma = (await imports.change(second.id, { delimiter: ',' })).body;
    expect(comma.columns).to.have.length(1);
    expect((await imports.ask(second.id, 'check')).body.error.details).to.deep.equal({ reason: 'no_name' });
  });
});
