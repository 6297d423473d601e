import { expect } from 'chai';
import type { TestAnswer, TestApp } from '../support/app.js';
import { startApp } from '../support/app.js';
import { setUp } from '../support/business.js';
import { clockAt } from '../support/clock.js';
import { eachDatabase } from '../support/databases.js';
import type { Shop } from '../support/shop.js';
import { aShop, bookOver } from '../support/shop.js';
import { aMember } from '../support/team.js';

const base = '/api/v1/admin';

eachDatabase('moving an appointment', (database) => {
  const clock = clockAt('2026-11-24T08:00:00Z');
  let app: TestApp;
  let shop: Shop;
  let manager = '';
  let day = 1;

  before(async () => {
    app = await startApp({ db: database.db, folder: database.folder, clock });
    shop = await aShop(database.db, clock, { bufferAfterMinutes: 15, leadMinutes: 60 });
    manager = (await aMember(database.db, clock, { name: 'Rita', role: 'receptionist' })).cookie;
  });
  after(() => app.stop());

  /** Each test has a day of its own. */
  const at = (time: string): string => `2026-12-${String(day).padStart(2, '0')}T${time}:00Z`;
  beforeEach(() => {
    day += 1;
  });
  const booked = async (time: string, wish: Record<string, unknown> = {}) => {
    const answer = await bookOver(app.call, shop, { provider: shop.ada.id, start: at(time), ...wish });
    expect(answer.status, answer.text).to.equal(201);
    const { reference } = answer.body.booking;
    const row = await database
      .db('appointments')
      .join('booking_items', 'booking_items.appointment_id', 'appointments.id')
      .join('bookings', 'bookings.id', 'booking_items.booking_id')
      .where({ reference })
      .first('appointments.id', 'appointments.sequence');
    return { id: row.id as number, version: row.sequence as number, reference };
  };
  const move = (id: number, body: object, cookie = manager): Promise<TestAnswer> =>
    app.call('POST', `${base}/appointments/${id}/rescheduling`, { cookie, body });
  const rowOf = (id: number) => database.db('appointments').where({ id }).first();

  it('gives it another time and provider, with its buffers, and counts the change', async () => {
    const { id, version } = await booked('10:00');
    const moved = await move(id, { start: at('14:20'), provider: shop.bea.id, version });
    expect(moved.status, moved.text).to.equal(200);
    expect(moved.body).to.deep.include({ start: at('14:20'), end: at('15:20'), version: version + 1 });
    expect(moved.body.provider.name).to.equal('Bea');
    const row = await rowOf(id);
    const bea = await database.db('providers').where({ id: shop.bea.id }).first('resource_id');
    expect(row).to.include({ provider_id: shop.bea.id, resource_id: bea.resource_id });
    expect(Number(row.busy_to) - Number(row.ends_at)).to.equal(15 * 60_000);
    const again = await bookOver(app.call, shop, { provider: shop.ada.id, start: at('10:00') });
    expect(again.status, 'the old time is free').to.equal(201);
    const taken = await bookOver(app.call, shop, { provider: shop.bea.id, start: at('14:00') });
    expect(taken.status, 'the new one is not').to.equal(409);
  });

  it('changes its length, and keeps the price', async () => {
    const { id, version, reference } = await booked('10:00');
    const longer = await move(id, { start: at('10:00'), end: at('11:30'), version });
    expect(longer.body.end).to.equal(at('11:30'));
    expect(longer.body.bookings[0]).to.include({ reference, priceMinor: shop.haircut.priceMinor });
    const none = await move(id, { start: at('10:00'), end: at('10:00'), version: version + 1 });
    expect(none.status).to.equal(422);
    expect(none.body.error.field).to.equal('end');
  });

  it('refuses a time that somebody has, buffers counted, whatever is overruled, and keeps the old one', async () => {
    const first = await booked('10:00');
    await booked('12:00');
    const onto = await move(first.id, { start: at('12:30'), version: first.version, overrule: true });
    expect(onto.status, onto.text).to.equal(409);
    expect(onto.body.error).to.deep.include({ code: 'slot_taken' });
    expect(onto.body.error.details.reason).to.equal('busy');
    const buffered = await move(first.id, { start: at('10:50'), version: first.version, overrule: true });
    expect(buffered.body.error.details.reason).to.equal('buffer');
    expect((await move(first.id, { start: at('10:30'), version: first.version })).status, 'over itself').to.equal(200);
  });

  it('asks before it breaks a rule, and breaks it for who may overrule it', async () => {
    const { id, version } = await booked('10:00');
    const late = await move(id, { start: at('19:00'), version });
    expect(late.status).to.equal(422);
    expect(late.body.error).to.deep.include({ code: 'slot_not_offered', field: 'start' });
    expect(late.body.error.details).to.deep.equal({ reason: 'closed', overrulable: true });
    const { cookie } = await aMember(database.db, clock, {
      ...{ name: `Clerk ${day}`, role: 'own' },
      permissions: ['appointments.view', 'appointments.view_all', 'appointments.edit'],
    });
    const forbidden = await move(id, { start: at('19:00'), version, overrule: true }, cookie);
    expect(forbidden.status).to.equal(403);
    const moved = await move(id, { start: at('19:00'), version, overrule: true });
    expect(moved.status, moved.text).to.equal(200);
    const [told] = await database
      .db('audit')
      .where({ subject: `appointment:${id}` })
      .orderBy('id', 'desc');
    expect(JSON.parse(told.values)).to.deep.include({ overruled: 'closed' });
  });

  it('says why in an absence and in the past, and knows no notice or grid for staff', async () => {
    const { id, version } = await booked('10:00');
    await shop.providers.addAbsence(setUp, shop.bea.id, { startsAt: at('13:00'), endsAt: at('15:00'), note: '' });
    const reason = async (body: object) => {
      const answer = await move(id, { version, ...body });
      return answer.body.error?.details?.reason ?? answer.text;
    };
    expect(await reason({ start: at('13:00'), provider: shop.bea.id })).to.equal('absence');
    expect(await reason({ start: '2026-11-20T10:00:00Z' })).to.equal('past');
    const soon = await move(id, { start: '2026-11-24T09:07:00Z', version });
    expect(soon.status, soon.text).to.equal(200);
  });

  it('gives nobody a service that they don’t perform', async () => {
    const { id, version } = await booked('10:00');
    const cleo = await shop.hire(`Cleo${day}`, []);
    const refused = await move(id, { start: at('10:00'), provider: cleo.id, version, overrule: true });
    expect(refused.body.error.details).to.deep.equal({ reason: 'not_offered', overrulable: false });
  });

  it('tells the second of two who move the same one, and says where it is now', async () => {
    const { id, version } = await booked('10:00');
    const answers = await Promise.all([
      move(id, { start: at('13:00'), version }),
      move(id, { start: at('15:00'), version }),
    ]);
    expect(answers.map(({ status }) => status).sort()).to.deep.equal([200, 409]);
    const lost = answers.find(({ status }) => status === 409)!;
    const won = answers.find(({ status }) => status === 200)!;
    expect(lost.body.error.code).to.equal('stale');
    expect(lost.body.error.details.start).to.equal(won.body.start);
  });

  it('lets two that are moved onto one time, and a booking of it, leave one of them there', async () => {
    const [first, second] = [await booked('09:00'), await booked('11:00')];
    const answers = await Promise.all([
      move(first.id, { start: at('14:00'), version: first.version }),
      move(second.id, { start: at('14:00'), version: second.version }),
      bookOver(app.call, shop, { provider: shop.ada.id, start: at('14:00') }),
    ]);
    expect(answers.filter(({ status }) => status < 300)).to.have.length(1);
    expect(answers.filter(({ status }) => status === 409)).to.have.length(2);
  });

  it('moves nothing that is cancelled, and nothing that is not there', async () => {
    const { id, version, reference } = await booked('10:00');
    await app.call('POST', `${base}/bookings/${reference}/cancellation`, { cookie: manager, body: {} });
    const gone = await move(id, { start: at('12:00'), version: version + 1 });
    expect(gone.body.error.code).to.equal('already_decided');
    expect((await move(999_999, { start: at('12:00'), version: 0 })).status).to.equal(404);
  });

  it('S05 keeps another provider’s appointments and time from who has their own alone', async () => {
    const own = await booked('10:00');
    const other = await booked('10:00', { provider: shop.bea.id });
    const { cookie } = await aMember(database.db, clock, {
      ...{ name: `Stylist ${day}`, role: 'own', providerId: shop.ada.id },
      permissions: ['appointments.view', 'appointments.edit'],
    });
    expect((await move(other.id, { start: at('12:00'), version: other.version }, cookie)).status).to.equal(404);
    const away = await move(own.id, { start: at('12:00'), provider: shop.bea.id, version: own.version }, cookie);
    expect(away.status).to.equal(403);
    expect((await move(own.id, { start: at('12:00'), version: own.version }, cookie)).status).to.equal(200);
  });

  it('tells the customer, who has it now and who had it; or only the two', async () => {
    const { id, version } = await booked('10:00', { contact: aContact('cy') });
    await newMail();
    await move(id, { start: at('14:00'), provider: shop.bea.id, version });
    const told = await newMail();
    expect(told.map(({ recipient, template }) => `${recipient} ${template}`).sort()).to.deep.equal([
      'ada@example.com provider-release',
      'bea@example.com provider-rescheduling',
      'cy@example.com rescheduling',
    ]);
    const letter = told.find(({ template }) => template === 'rescheduling')!;
    expect(letter.text).to.contain('10:00').and.contain('14:00').and.contain('Bea');
    expect(letter.calendar)
      .to.match(/SEQUENCE:1\b/)
      .and.contain('METHOD:REQUEST');
    await move(id, { start: at('15:00'), version: version + 1, notify: false });
    expect((await newMail()).map(({ audience }) => audience)).to.deep.equal(['provider']);
  });

  let seen = 0;
  /** The mails that were made since the last look. */
  async function newMail() {
    await app.context.notifications.relayOnce();
    const mails = await database.db('messages').where('id', '>', seen).orderBy('id').select();
    seen = Math.max(seen, ...mails.map(({ id }) => Number(id)));
    return mails;
  }

  const aContact = (name: string) => ({
    ...{ firstName: name, lastName: 'Miller', email: `${name}@example.com`, phone: '+351 912 345 678' },
  });
});
