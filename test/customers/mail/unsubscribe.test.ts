import { expect } from 'chai';
import { tokenOf } from '../../../server/customers/mail/unsubscribe.js';
import type { TestApp } from '../../support/app.js';
import { startApp } from '../../support/app.js';
import { clockAt } from '../../support/clock.js';
import { eachDatabase } from '../../support/databases.js';
import { aCustomer } from '../a-customer.js';

const oneClick = { 'content-type': 'application/x-www-form-urlencoded' };
const click = 'List-Unsubscribe=One-Click';

eachDatabase('the way out of a newsletter', (database) => {
  const clock = clockAt('2026-11-24T08:00:00Z');
  let app: TestApp;
  let ana: number;
  let sister: number;
  let token: string;

  before(async () => {
    const environment = { BOOKPANE_PUBLIC_URL: 'http://book.example.com' };
    app = await startApp({ db: database.db, folder: database.folder, clock, environment });
  });
  after(() => app.stop());
  beforeEach(async () => {
    for (const table of ['audit', 'customer_words', 'customers']) await database.db(table).delete();
    const more = { newsletter: 1 };
    ana = await aCustomer(database.db, { firstName: 'Ana', email: 'Family@example.com', more });
    sister = await aCustomer(database.db, { firstName: 'Bea', email: 'family@example.com', more });
    await aCustomer(database.db, { firstName: 'Cid', email: 'cid@example.com', more });
    token = tokenOf(app.context.mail, ana, 'family@example.com');
  });

  const post = (text: string, body: string = click, headers: Record<string, string> = oneClick) =>
    app.call('POST', `/api/v1/unsubscribe/${text}`, { body, headers });
  const choose = (text: string, subscribed: boolean) =>
    app.call('POST', '/api/v1/newsletter-choices', { body: { token: text, subscribed } });
  const readers = async () =>
    (await database.db('customers').where({ newsletter: 1 }).orderBy('id').select('first_name')).map(
      (row) => row.first_name,
    );

  it('is one POST of a mail program, without cookie or origin, in either form that RFC 8058 names (A117)', async () => {
    const answer = await post(token);
    expect([answer.status, answer.body]).to.deep.equal([200, { subscribed: false }]);
    expect(await readers()).to.deep.equal(['Cid']);
    await database.db('customers').update({ newsletter: 1 });
    const form = `--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n`;
    const other = await post(token, form, {
      'content-type': 'multipart/form-data; boundary=x',
      origin: 'https://mail.example',
    });
    expect(other.status).to.equal(200);
    expect(await readers()).to.deep.equal(['Cid']);
  });

  it('holds for the address: who shares it gets no newsletter there either, and the trail says so (A030, A117)', async () => {
    await post(token);
    await post(token);
    const trail = await database.db('audit').orderBy('id').select();
    expect(trail.map(({ subject }) => subject)).to.deep.equal([`customer:${ana}`, `customer:${sister}`]);
    expect(trail[0]).to.include({ actor: 'visitor', action: 'customer.changed' });
    expect(JSON.parse(trail[0].values)).to.deep.equal({ newsletter: { from: true, to: false } });
    expect(await database.db('customers').where({ id: ana }).first('version', 'updated_at')).to.deep.equal({
      version: 2,
      updated_at: clock.now(),
    });
  });

  it('can be taken back on the page at once, by who it was for (A117)', async () => {
    await choose(token, false);
    expect((await choose(token, true)).body).to.deep.equal({ subscribed: true });
    expect(await readers()).to.deep.equal(['Ana', 'Cid']);
  });

  it('is never taken by looking: a GET leads to the page and changes nothing (S66)', async () => {
    const answer = await app.call('GET', `/api/v1/unsubscribe/${token}`);
    expect(answer.status).to.equal(200);
    expect(answer.text).to.include(`url=/unsubscribe#${token}"`);
    expect(await readers()).to.have.length(3);
    const page = await app.call('GET', '/unsubscribe');
    expect([200, 404]).to.include(page.status);
    const pressed = await post(token, 'List-Unsubscribe=no');
    expect(pressed.status).to.equal(422);
    expect(await readers()).to.have.length(3);
  });

  it('answers a token that opens nothing like one that does, and changes nobody (S66)', async () => {
    const [, seal = ''] = token.split('.');
    const wrong = [`${sister}.${seal}`, `${ana}.${seal.slice(0, -1)}A`, `999999.${seal}`, seal, 'x', `0${token}`];
    const known = await post(tokenOf(app.context.mail, ana, 'family@example.com'));
    await database.db('customers').update({ newsletter: 1 });
    for (const text of wrong) {
      const answer = await post(text);
      expect([answer.status, answer.body], text).to.deep.equal([known.status, known.body]);
      expect((await choose(text, true)).body, text).to.deep.equal({ subscribed: false });
    }
    expect(await readers()).to.have.length(3);
  });

  it('opens nothing any more when the address has changed, and follows a merge to the same address', async () => {
    await database.db('customers').where({ id: ana }).update({ email_folded: 'new@example.com' });
    await post(token);
    expect(await readers()).to.have.length(3);
    await database
      .db('customers')
      .where({ id: ana })
      .update({ email_folded: 'family@example.com', status: 'merged', merged_into: sister });
    await post(token);
    expect(await database.db('customers').where({ id: sister }).first('newsletter')).to.deep.equal({ newsletter: 0 });
    expect((await choose(token, true)).body).to.deep.equal({ subscribed: true });
    expect(await database.db('customers').where({ id: sister }).first('newsletter')).to.deep.equal({ newsletter: 1 });
  });

  it('begins again for who it was for, or whom they became, and for nobody else at the address', async () => {
    await choose(token, false);
    await database.db('customers').where({ id: ana }).update({ status: 'trashed' });
    expect((await choose(token, true)).body).to.deep.equal({ subscribed: true });
    expect(await readers(), 'herself, should she be restored').to.deep.equal(['Ana', 'Cid']);
  });

  it('holds when a merge is taken back, for both whom it had made one (A117)', async () => {
    const session = await app.signIn();
    const admin = async (path: string, body: object) => {
      const answer = await app.call('POST', `/api/v1/admin/customers/${path}`, { cookie: session, body });
      expect(answer.status, answer.text).to.be.below(300);
      return answer.body;
    };
    await database.db('customers').where({ id: ana }).update({ newsletter: 0, greetings: 0 });
    const greeting = tokenOf(app.context.mail, sister, 'family@example.com', 'greeting');
    const merge = { other: ana, version: 1, otherVersion: 1, take: ['newsletter'] };
    const { mergeId } = await admin(`${sister}/merge`, merge);
    // By the merge the kept one gets neither; now it is what the person wants.
    await post(tokenOf(app.context.mail, sister, 'family@example.com'));
    await post(greeting);
    await admin(`merges/${mergeId}/undo`, {});
    const left = await database.db('customers').whereIn('id', [ana, sister]).select('newsletter', 'greetings');
    expect(left).to.deep.equal([
      { newsletter: 0, greetings: 0 },
      { newsletter: 0, greetings: 0 },
    ]);
  });

  it('reaches who was merged into another with the address, should they come back (A117)', async () => {
    const cookie = await app.signIn();
    const admin = async (path: string, body: object) =>
      (await app.call('POST', `/api/v1/admin/customers/${path}`, { cookie, body })).body;
    const { mergeId } = await admin(`${sister}/merge`, { other: ana, version: 1, otherVersion: 1, take: [] });
    await post(token);
    await admin(`merges/${mergeId}/undo`, {});
    expect(await readers()).to.deep.equal(['Cid']);
  });
});
