import { expect } from 'chai';
import { parse } from 'csv-parse/sync';
import { unguard } from '../../../server/customers/export/spreadsheet-safe.js';
import { transact } from '../../../server/db/transact.js';
import { MINUTE } from '../../../server/lib/time-zone.js';
import type { TestApp } from '../../support/app.js';
import { startApp } from '../../support/app.js';
import { aBooking } from '../../support/builders.js';
import type { TestClock } from '../../support/clock.js';
import { clockAt } from '../../support/clock.js';
import { eachDatabase } from '../../support/databases.js';
import { aCustomer } from '../a-customer.js';
import type { Staff } from '../staff.js';
import { signedIn } from '../staff.js';

const prefix = '/api/v1/admin';

eachDatabase('the export of customers', (database) => {
  let clock: TestClock;
  let app: TestApp;
  let manager: Staff;
  let ana: number;
  let joe: number;

  before(async () => {
    clock = clockAt('2026-11-24T08:00:00Z');
    app = await startApp({ db: database.db, folder: database.folder, clock });
    manager = await signedIn(database.db, clock.now());
    ana = await aCustomer(database.db, {
      ...{ firstName: 'Ana', lastName: 'Silva', email: 'ana@example.com', phone: '+351 912 345 678' },
      more: {
        newsletter: 1,
        birth_date: '1990-02-03',
        note: 'Likes "short" hair;\nalways late',
        city: '=HYPERLINK("x")',
      },
    });
    joe = await aCustomer(database.db, { firstName: 'Joe', displayName: "'Joe the Cut", more: { country: 'PT' } });
    await aCustomer(database.db, { firstName: 'Tom', lastName: 'Trash', more: { status: 'trashed' } });
  });
  after(() => app.stop());

  const wish = (more: object = {}) => ({
    selection: { matching: {} },
    columns: ['number', 'firstName', 'email'],
    delimiter: 'comma',
    bom: false,
    ...more,
  });
  const prepare = (body: object, cookie = manager.cookie) =>
    app.call('POST', `${prefix}/customer-exports`, { body, cookie });
  const fetchFile = (id: string, cookie = manager.cookie) =>
    app.call('GET', `${prefix}/customer-exports/${id}`, { cookie });
  const exported = async (body: object): Promise<string> => {
    const prepared = await prepare(body);
    expect(prepared.status, prepared.text).to.equal(201);
    const file = await fetchFile(prepared.body.id);
    expect(file.status, file.text).to.equal(200);
    return file.text;
  };

  it('holds who the list shows, in a file to save, and is kept by nobody on the way (A094, S92)', async () => {
    const prepared = await prepare(wish());
    expect(prepared.body.count).to.equal(2);
    const file = await fetchFile(prepared.body.id);
    expect(file.headers.get('content-type')).to.match(/^text\/csv; charset=utf-8/);
    expect(file.headers.get('content-disposition')).to.match(/^attachment; filename="customers-2026-11-24.csv"/);
    expect(file.headers.get('cache-control')).to.equal('no-store');
    expect(file.text).to.equal(`Customer number,First name,E-mail\r\n${ana},Ana,ana@example.com\r\n${joe},Joe,\r\n`);
  });

  it('has the columns that were chosen, in their order, with the delimiter that was chosen (A095)', async () => {
    const columns = ['note', 'newsletter', 'birthDate', 'number'];
    expect(await exported(wish({ columns, delimiter: 'semicolon', selection: { numbers: [ana] } }))).to.equal(
      `Note;Newsletter;Birth date;Customer number\r\n"Likes ""short"" hair;\nalways late";yes;1990-02-03;${ana}\r\n`,
    );
    expect(await exported(wish({ columns: ['firstName', 'country'], delimiter: 'tab' }))).to.equal(
      'First name\tCountry\r\nAna\t\r\nJoe\tPT\r\n',
    );
    expect((await prepare(wish({ columns: ['number', 'number'] }))).status).to.equal(422);
    expect((await prepare(wish({ columns: [] }))).status).to.equal(422);
    expect((await prepare(wish({ columns: ['passwordHash'] }))).status).to.equal(422);
  });

  it('begins with a byte order mark when that is wished, for Excel (A095, S94)', async () => {
    const prepared = await prepare(wish({ bom: true }));
    const answer = await fetch(`${app.url}${prefix}/customer-exports/${prepared.body.id}`, {
      headers: { cookie: manager.cookie },
    });
    expect([...new Uint8Array(await answer.arrayBuffer()).slice(0, 4)]).to.deep.equal([0xef, 0xbb, 0xbf, 0x43]);
  });

  it('neutralises formulas so that everything reads back as it is (S91)', async () => {
    const columns = ['number', 'displayName', 'phone', 'phoneE164', 'city'];
    const text = await exported(wish({ columns }));
    const rows: string[][] = parse(text, { from_line: 2 });
    expect(rows).to.deep.equal([
      [String(ana), '', "'+351 912 345 678", "'+351912345678", `'=HYPERLINK("x")`],
      [String(joe), "''Joe the Cut", '', '', ''],
    ]);
    expect(rows.map((row) => row.map(unguard))).to.deep.equal([
      [String(ana), '', '+351 912 345 678', '+351912345678', '=HYPERLINK("x")'],
      [String(joe), "'Joe the Cut", '', '', ''],
    ]);
  });

  it('is of the ticked ones, or of all but a few, or of what a search finds (A094)', async () => {
    const columns = ['firstName'];
    expect(await exported(wish({ columns, selection: { numbers: [joe] } }))).to.equal('First name\r\nJoe\r\n');
    expect(await exported(wish({ columns, selection: { matching: {}, except: [joe] } }))).to.equal(
      'First name\r\nAna\r\n',
    );
    expect(await exported(wish({ columns, selection: { matching: { q: 'silva' } } }))).to.equal(
      'First name\r\nAna\r\n',
    );
    expect(await exported(wish({ columns, selection: { matching: { status: 'trashed' } } }))).to.equal(
      'First name\r\nTom\r\n',
    );
  });

  it('counts the appointments that stand, and knows the last one (A094)', async () => {
    const booked = await aBooking(database.db, {
      firstName: 'Zoe',
      items: [{}, { after: 60 }, { status: 'cancelled', after: 120 }],
    });
    await transact(database.db, (tx) =>
      tx('customers')
        .where({ id: booked.customerId })
        .update({ last_start_at: Date.parse('2026-11-20T14:30:00Z') }),
    );
    const columns = ['appointments', 'lastAppointment', 'createdAt', 'status'];
    expect(await exported(wish({ columns, selection: { numbers: [booked.customerId] } }))).to.equal(
      'Appointments,Last appointment,Created,Status\r\n2,2026-11-20T14:30:00Z,2026-11-20T10:00:00Z,active\r\n',
    );
    await transact(database.db, (tx) => tx('customers').where({ id: booked.customerId }).update({ status: 'trashed' }));
  });

  it('is downloaded once, within two minutes, by the session that asked for it (S92)', async () => {
    const other = await signedIn(database.db, clock.now());
    const { id } = (await prepare(wish())).body;
    const hidden = [404, 'not_found'];
    const answer = async (text: string, cookie?: string) => {
      const { status, body } = await fetchFile(text, cookie);
      return [status, body?.error?.code];
    };
    expect(await answer('x'.repeat(43))).to.deep.equal(hidden);
    expect(await answer(id, other.cookie)).to.deep.equal(hidden);
    expect((await app.call('GET', `${prefix}/customer-exports/${id}`)).status).to.equal(401);
    expect((await fetchFile(id)).status).to.equal(200);
    expect(await answer(id)).to.deep.equal(hidden);
    const late = (await prepare(wish())).body.id;
    clock.advance(2 * MINUTE);
    expect(await answer(late)).to.deep.equal(hidden);
  });

  it('is not to be had after signing out, nor after the permission is gone (S92)', async () => {
    const leaving = await signedIn(database.db, clock.now());
    const { id } = (await prepare(wish(), leaving.cookie)).body;
    await app.call('DELETE', `${prefix}/session`, { cookie: leaving.cookie });
    expect((await fetchFile(id, leaving.cookie)).status).to.equal(401);
    const demoted = await signedIn(database.db, clock.now());
    const { id: theirs } = (await prepare(wish(), demoted.cookie)).body;
    await database.db('accounts').where({ id: demoted.id }).update({ role: 'receptionist' });
    expect((await fetchFile(theirs, demoted.cookie)).status).to.equal(403);
  });

  it('keeps no ticket that opens anything in the database (S92)', async () => {
    const { id } = (await prepare(wish())).body;
    const rows = await database.db('export_tickets').select();
    expect(JSON.stringify(rows)).to.not.include(id);
  });

  it('stands in the trail: who, which customers, which columns, how many (A094, S92)', async () => {
    await database.db('audit').delete();
    await exported(wish({ selection: { matching: { q: 'silva' } } }));
    const rows = await database.db('audit').where({ action: 'customers.exported' }).select();
    expect(rows).to.have.length(1);
    expect(rows[0].actor).to.equal(`account:${manager.id}`);
    expect(JSON.parse(rows[0].values)).to.deep.equal({
      of: { matching: { searched: true } },
      columns: ['number', 'firstName', 'email'],
      count: 1,
    });
    expect(
      await database.db('export_tickets').where('wish', 'like', '%silva%'),
      'whom it was about is nobody’s',
    ).to.deep.equal([]);
  });
});
