import { expect } from 'chai';
import { quotas } from '../../../server/customers/mail/quota.js';
import { DAY } from '../../../server/lib/time-zone.js';
import type { TestApp } from '../../support/app.js';
import { startApp } from '../../support/app.js';
import type { TestClock } from '../../support/clock.js';
import { clockAt } from '../../support/clock.js';
import { eachDatabase } from '../../support/databases.js';
import type { MailPeer } from '../../support/mail-peer.js';
import { startMailPeer } from '../../support/mail-peer.js';
import { aCustomer } from '../a-customer.js';
import type { Staff } from '../staff.js';
import { signedIn, signedInAgain } from '../staff.js';

const prefix = '/api/v1/admin';

eachDatabase('mail to one customer', (database) => {
  let clock: TestClock;
  let app: TestApp;
  let peer: MailPeer;
  let manager: Staff;
  let ana: number;
  let keys = 0;

  before(async () => {
    clock = clockAt('2026-11-24T08:00:00Z');
    peer = await startMailPeer();
    const environment = { SMTP_URL: peer.url, BOOKPANE_PUBLIC_URL: 'http://book.example.com' };
    app = await startApp({ db: database.db, folder: database.folder, clock, environment });
    manager = await signedIn(database.db, clock.now());
    ana = await aCustomer(database.db, { firstName: 'Ana', lastName: 'Silva', email: 'Ana@example.com' });
  });
  after(async () => {
    await app.stop();
    await peer.close();
  });
  beforeEach(() => {
    peer.mails.length = 0;
  });

  const newKey = () => {
    keys += 1;
    return `a-key-of-a-direct-mail-${keys}`;
  };
  const write = (number: number, body: object, key = newKey(), cookie = manager.cookie) =>
    app.call('POST', `${prefix}/customers/${number}/mail`, { body, cookie, headers: { 'idempotency-key': key } });
  const good = { subject: 'Your haircut, {{ first_name }}', text: 'Dear {{ name }},\nsee you soon.' };
  const messages = () => database.db('messages').orderBy('id').select();

  it('goes to the address on file, and a machine may answer it (A115, A116)', async () => {
    const answer = await write(ana, good);
    expect(answer.status, answer.text).to.equal(201);
    await app.context.notifications.relayOnce();
    const [mail] = peer.mails;
    expect(peer.mails).to.have.length(1);
    expect(mail!.to).to.deep.equal(['Ana@example.com']);
    expect(mail!.email.to).to.deep.equal([{ address: 'Ana@example.com', name: 'Ana Silva' }]);
    expect(mail!.email.subject).to.equal('Your haircut, Ana');
    expect(mail!.email.text).to.match(/^Dear Ana Silva,\nsee you soon\./);
    expect(mail!.email.html).to.include('Dear Ana Silva,<br>');
    expect(mail!.raw).to.not.match(/^(?:Auto-Submitted|List-Unsubscribe)/im);
  });

  it('is known by its customer, listed with all mail, and stands in the trail without its text (A115, A068)', async () => {
    const { body } = await write(ana, good);
    const row = (await messages()).at(-1);
    expect(row).to.include({
      id: body.message,
      customer_id: ana,
      booking_id: null,
      audience: 'customer',
      template: 'direct',
    });
    const listed = await app.call('GET', `${prefix}/messages/${body.message}`, { cookie: manager.cookie });
    expect(listed.body).to.include({ subject: 'Your haircut, Ana', recipient: 'Ana@example.com' });
    const trail = (await database.db('audit').where({ action: 'customer.mailed' }).orderBy('id').select()).at(-1);
    expect(trail).to.include({ actor: `account:${manager.id}`, subject: `customer:${ana}` });
    expect(JSON.parse(trail.values)).to.deep.equal({ subject: 'Your haircut, Ana', message: body.message });
  });

  it('is refused with the reason where there is no address on file, and to whom is in the trash (A115)', async () => {
    const nobody = await aCustomer(database.db, { firstName: 'Joe' });
    const refused = await write(nobody, good);
    expect([refused.status, refused.body.error.code, refused.body.error.details.reason]).to.deep.equal([
      409,
      'conflict',
      'no_email',
    ]);
    const trashed = await aCustomer(database.db, { email: 't@example.com', more: { status: 'trashed' } });
    expect((await write(trashed, good)).body.error.details.status).to.equal('trashed');
    expect((await write(999_999, good)).status).to.equal(404);
  });

  it('is sent once however often the same request comes, also at once (S67)', async () => {
    const before = (await messages()).length;
    const key = newKey();
    const answers = await Promise.all([write(ana, good, key), write(ana, good, key), write(ana, good, key)]);
    expect(new Set(answers.map(({ body }) => body.message)).size).to.equal(1);
    expect((await messages()).length).to.equal(before + 1);
    const other = await write(ana, { ...good, subject: 'Another' }, key);
    expect(other.body.error.code).to.equal('idempotency_key_reused');
    const colleague = await signedIn(database.db, clock.now());
    expect((await write(ana, good, key, colleague.cookie)).status).to.equal(201);
    expect((await messages()).length).to.equal(before + 2);
  });

  it('names a placeholder that there is not, and keeps nothing (S39)', async () => {
    const before = (await messages()).length;
    const refused = await write(ana, { ...good, text: 'Your number is {{ ssn }}' });
    expect(refused.status).to.equal(422);
    expect(refused.body.error).to.deep.include({ field: 'text', details: { placeholder: 'ssn' } });
    expect((await messages()).length).to.equal(before);
  });

  it('refuses line ends in the subject, and lets none out of a name; one recipient, always (S103, S104)', async () => {
    for (const subject of ['a\r\nBcc: victim@example.com', 'a\nb', 'a\u2028b', ''])
      expect((await write(ana, { ...good, subject })).status, JSON.stringify(subject)).to.equal(422);
    // Such a name is refused on entry; this is what an older database could hold.
    const odd = await aCustomer(database.db, {
      firstName: '"victim@internal" <x@evil.example>,\r\nBcc: y@evil.example',
      email: 'odd@example.com',
    });
    await app.context.notifications.relayOnce();
    peer.mails.length = 0;
    expect((await write(odd, good)).status).to.equal(201);
    await app.context.notifications.relayOnce();
    expect(peer.mails.map(({ to }) => to)).to.deep.equal([['odd@example.com']]);
    expect(peer.mails[0]!.email.to?.map(({ address }) => address)).to.deep.equal(['odd@example.com']);
    expect(peer.mails[0]!.email.bcc ?? []).to.deep.equal([]);
    expect(peer.mails[0]!.raw).to.not.match(/^Bcc:/im);
  });

  it(`is at most ${quotas.toCustomer} to one customer a day, whoever writes (S68)`, async () => {
    const number = await aCustomer(database.db, { email: 'much@example.com' });
    const others = [await signedIn(database.db, clock.now()), await signedIn(database.db, clock.now())];
    for (let count = 0; count < quotas.toCustomer; count += 1)
      expect((await write(number, good, newKey(), others[count % 2]!.cookie)).status).to.equal(201);
    const refused = await write(number, good);
    expect([refused.status, refused.body.error.code]).to.deep.equal([429, 'too_many_requests']);
    expect(Number(refused.headers.get('retry-after'))).to.be.within(1, DAY / 1000);
    expect(await database.db('messages').where({ customer_id: number }).select('id')).to.have.length(quotas.toCustomer);
    clock.advance(DAY);
    const next = await signedInAgain(database.db, clock.now(), manager.id);
    expect((await write(number, good, newKey(), next.cookie)).status).to.equal(201);
  });

  it('is shown before it is sent, as that customer will see it (A115)', async () => {
    const { cookie } = await signedInAgain(database.db, clock.now(), manager.id);
    const preview = (body: object) => app.call('POST', `${prefix}/mail-previews`, { body, cookie });
    const shown = await preview({ to: { number: ana }, ...good });
    expect(shown.body).to.deep.include({
      to: { name: 'Ana Silva', email: 'Ana@example.com' },
      subject: 'Your haircut, Ana',
    });
    expect(shown.body.html).to.include('Dear Ana Silva,<br>');
    expect((await preview({ to: { number: ana }, subject: '', text: '' })).status).to.equal(200);
    expect((await preview({ to: { number: 999_999 }, ...good })).status).to.equal(404);
  });
});
