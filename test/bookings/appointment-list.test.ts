import { expect } from 'chai';
import { fillTable } from '../bench/bulk.js';
import type { TestApp } from '../support/app.js';
import { startApp } from '../support/app.js';
import { clockAt } from '../support/clock.js';
import { eachDatabase } from '../support/databases.js';
import type { Shop } from '../support/shop.js';
import { aShop, bookOver } from '../support/shop.js';
import { aMember } from '../support/team.js';

const base = '/api/v1/admin/appointments';

eachDatabase('the list of appointments', (database) => {
  const clock = clockAt('2026-11-24T08:00:00Z');
  let app: TestApp;
  let shop: Shop;
  let cookie = '';
  const references: Record<string, string> = {};

  before(async () => {
    app = await startApp({ db: database.db, folder: database.folder, clock });
    shop = await aShop(database.db, clock);
    cookie = (await aMember(database.db, clock, { name: 'Mara', role: 'manager' })).cookie;
    const book = async (name: string, lastName: string, wish: Record<string, unknown>) => {
      clock.advance(60_000);
      const contact = {
        firstName: name,
        lastName,
        email: `${name.toLowerCase()}@example.com`,
        phone: '+351 912 345 678',
      };
      const answer = await bookOver(app.call, shop, { contact, ...wish });
      expect(answer.status, answer.text).to.equal(201);
      references[name] = answer.body.booking.reference;
    };
    await book('Zoe', 'Núñez', { provider: shop.ada.id, start: '2026-12-03T10:00:00Z' });
    await book('Ben', 'Miller', { provider: shop.bea.id, start: '2026-12-01T10:00:00Z' });
    await book('Ana', '=SUM(A1)', { provider: shop.ada.id, start: '2026-12-02T10:00:00Z' });
    await app.call('POST', `/api/v1/admin/bookings/${references['Ben']}/cancellation`, { cookie, body: {} });
  });
  after(() => app.stop());

  const names = async (query: string): Promise<string[]> => {
    const { status, body, text } = await app.call('GET', `${base}?${query}`, { cookie });
    expect(status, text).to.equal(200);
    expect(body.total).to.equal(body.items.length);
    return body.items.map(
      ({ bookings }: { bookings: { customer: { name: string } }[] }) => bookings[0]?.customer.name.split(' ')[0],
    );
  };

  it('sorts by time and by when it was booked, both ways', async () => {
    expect(await names('status=all')).to.deep.equal(['Ben', 'Ana', 'Zoe']);
    expect(await names('status=all&sort=-start')).to.deep.equal(['Zoe', 'Ana', 'Ben']);
    expect(await names('status=all&sort=created')).to.deep.equal(['Zoe', 'Ben', 'Ana']);
    expect(await names('status=all&sort=-created')).to.deep.equal(['Ana', 'Ben', 'Zoe']);
  });

  it('counts no further than anybody goes, and says so', async () => {
    const [row] = await database.db('appointments').limit(1);
    const many = Array.from({ length: 10_050 }, (_, index) => {
      const starts_at = Date.parse('2020-01-01T09:00:00Z') + index * 3_600_000;
      return { ...row, id: 100_000 + index, starts_at, status: 'completed' };
    });
    await fillTable(database.db, 'appointments', many);
    const list = async (query: string) => (await app.call('GET', `${base}?status=completed&${query}`, { cookie })).body;
    expect(await list('pageSize=10')).to.include({ total: 10_001, atLeast: true });
    expect(await list('pageSize=10&to=2020-01-01')).to.include({ total: 15, atLeast: false });
    expect(await list('pageSize=10&page=2&to=2020-01-01')).to.include({ total: 15, atLeast: false });
    expect(await list('pageSize=10&page=9&to=2020-01-01')).to.include({ total: 80, atLeast: false });
    expect(await list('pageSize=100&page=101')).to.include({ total: 10_050, atLeast: false });
    await database.db('appointments').where('id', '>=', 100_000).delete();
  });

  it('filters by days, statuses, provider, service and source', async () => {
    expect(await names('from=2026-12-02&to=2026-12-02')).to.deep.equal(['Ana']);
    expect(await names('from=2026-12-02')).to.deep.equal(['Ana', 'Zoe']);
    expect(await names('')).to.deep.equal(['Ana', 'Zoe']);
    expect(await names('status=cancelled,rejected')).to.deep.equal(['Ben']);
    expect(await names(`provider=${shop.ada.id}`)).to.deep.equal(['Ana', 'Zoe']);
    expect(await names(`service=${shop.haircut.id}&source=widget`)).to.have.length(2);
    expect(await names('source=admin')).to.deep.equal([]);
    const wrong = await app.call('GET', `${base}?status=confirmed,nonsense`, { cookie });
    expect(wrong.status).to.equal(422);
  });

  it('A041 finds by any word of a name, address, telephone, number or reference, over all time', async () => {
    expect(await names('q=nun')).to.deep.equal(['Zoe']);
    expect(await names('q=zoe%20nu')).to.deep.equal(['Zoe']);
    expect(await names('q=ana@example')).to.deep.equal(['Ana']);
    expect(await names(`q=${references['Zoe']!.toLowerCase().replace('-', '')}`)).to.deep.equal(['Zoe']);
    expect(await names('q=912345678')).to.have.length(2);
    expect(await names('q=nobody')).to.deep.equal([]);
    expect(await names('q=miller')).to.deep.equal([]);
    expect(await names('q=miller&status=all')).to.deep.equal(['Ben']);
  });

  it('S91 downloads what is listed as a file that no spreadsheet runs, and notes who did', async () => {
    const { status, text, headers } = await app.call('GET', `${base}/export?status=all`, { cookie });
    expect(status).to.equal(200);
    expect(headers.get('content-type')).to.contain('text/csv');
    expect(headers.get('content-disposition')).to.contain('appointments-2026-11-24.csv');
    const lines = text.trim().split('\r\n');
    expect(lines).to.have.length(4);
    expect(lines[0]).to.match(/Reference,Start,End/);
    expect(lines.find((line) => line.includes(references['Ana']!))).to.contain(',Ana =SUM(A1),');
    expect(await database.db('audit').where({ action: 'appointments.exported' })).to.have.length(1);
    const front = (await aMember(database.db, clock, { name: 'Rita', role: 'receptionist' })).cookie;
    expect((await app.call('GET', `${base}/export`, { cookie: front })).status).to.equal(403);
  });
});
