import { expect } from 'chai';
import { recordAudit } from '../../server/audit/record.js';
import type { Db } from '../../server/db/connect.js';
import { fillDemo, isEmpty } from '../../server/demo/fill.js';
import { sha256 } from '../../server/lib/ids.js';
import { createSettings } from '../../server/settings/service.js';
import { clockAt } from '../support/clock.js';
import { eachDatabase, openDatabase } from '../support/databases.js';

const clock = clockAt('2026-03-18T10:20:00Z');

const fill = (db: Db, more: object = {}): Promise<void> =>
  fillDemo({
    db,
    clock,
    record: recordAudit,
    writeSetting: createSettings({ db, clock, record: recordAudit }).write,
    ...more,
  });

const countOf = async (db: Db, table: string): Promise<number> =>
  Number((await db(table).count({ count: '*' }).first())?.count);

const filledTables = [
  ...['settings', 'versions', 'calendars', 'locations', 'categories', 'services', 'providers', 'provider_locations'],
  ...['provider_services', 'working_hours', 'special_days', 'absences', 'closures', 'customers', 'appointments'],
  ...['bookings', 'booking_items', 'decisions', 'audit', 'customer_notes'],
];
const contentOf = async (db: Db): Promise<Record<string, string[]>> => {
  const content: Record<string, string[]> = {};
  for (const table of filledTables)
    content[table] = (await db(table).select('*')).map((row) => JSON.stringify(row)).sort();
  return content;
};

eachDatabase('filling the demo business', (database) => {
  before(async () => {
    expect(await isEmpty(database.db)).to.equal(true);
    // Less than 3 s, also on MariaDB: not asserted, since other suites may run beside this one.
    await fill(database.db);
  });

  it('makes a salon with two locations, five providers, fourteen services and 150 customers', async () => {
    const { db } = database;
    expect(await isEmpty(db)).to.equal(false);
    const counts = await Promise.all(
      ['locations', 'providers', 'categories', 'services', 'customers'].map((table) => countOf(db, table)),
    );
    expect(counts).to.deep.equal([2, 5, 4, 14, 150]);
    expect(await countOf(db, 'appointments')).to.be.within(300, 450);
    const services = await db('services').select('capacity', 'needs_approval', 'visibility', 'buffer_after_minutes');
    expect(services.filter(({ capacity }) => capacity > 1)).to.have.length(1);
    expect(services.filter(({ needs_approval }) => needs_approval)).to.have.length(1);
    expect(services.filter(({ visibility }) => visibility === 'private')).to.have.length(1);
    expect(services.filter(({ buffer_after_minutes }) => buffer_after_minutes > 0).length).to.be.above(3);
    expect(new Set(await db('locations').pluck('time_zone')).size).to.equal(2);
  });

  it('says in the settings what the business is called, and that it is a demo', async () => {
    const site = await createSettings({ db: database.db, clock, record: recordAudit }).site();
    expect(site).to.include({ name: 'Maré', language: 'en', currency: 'EUR', weekStart: 1, country: 'PT', demo: true });
    const versions = await database.db('bookings').whereNotNull('terms_version').distinct('terms_version');
    expect(versions).to.deep.equal([{ terms_version: site.termsVersion }]);
  });

  it('tells nobody, and leaves in the trail what was booked and that it was filled', async () => {
    const { db } = database;
    expect(await countOf(db, 'outbox')).to.equal(0);
    expect(await countOf(db, 'messages')).to.equal(0);
    const counted: Record<string, number> = {};
    for (const action of await db('audit').pluck('action')) counted[action] = (counted[action] ?? 0) + 1;
    expect(counted).to.include({
      'customer.created': await countOf(db, 'customers'),
      'booking.created': await countOf(db, 'bookings'),
      'demo.filled': 1,
    });
    expect(Object.keys(counted)).to.have.members([
      ...['booking.approved', 'booking.cancelled', 'booking.created', 'booking.rejected', 'customer.created'],
      'demo.filled',
    ]);
    expect(await db('versions').where({ name: 'catalog' }).pluck('version')).to.deep.equal([1]);
  });

  it('leaves a database that holds anything as it is', async () => {
    const before = await contentOf(database.db);
    await fill(database.db);
    expect(await contentOf(database.db)).to.deep.equal(before);
  });

  it('makes the same business for the same clock', async () => {
    const other = await openDatabase(database.dialect);
    try {
      await fill(other.db);
      expect(await contentOf(other.db)).to.deep.equal(await contentOf(database.db));
    } finally {
      await other.remove();
    }
  });

  it('fills once when two servers start at the same time', async () => {
    const other = await openDatabase(database.dialect);
    try {
      await Promise.all([fill(other.db), fill(other.db)]);
      expect(await countOf(other.db, 'customers')).to.equal(150);
      expect(await other.db('audit').where({ action: 'demo.filled' }).select('id')).to.have.length(1);
    } finally {
      await other.remove();
    }
  });

  it('lets the manage links open when it is told how they are made', async () => {
    const other = await openDatabase(database.dialect);
    try {
      await fill(other.db, { manageToken: (reference: string) => `token of ${reference}` });
      const row = await other.db('bookings').first('reference', 'manage_token_hash');
      expect(row.reference).to.match(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
      expect(row.manage_token_hash).to.equal(sha256(`token of ${row.reference}`));
    } finally {
      await other.remove();
    }
  });

  it('lets new rows come after its own', async () => {
    const [id] = await database.db('categories').insert({ name: 'Nails' });
    await database.db('categories').where({ name: 'Nails' }).delete();
    expect(Number(id)).to.equal(5);
  });
});
