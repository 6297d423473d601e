import { expect } from 'chai';
import { tokenOf } from '../../../server/customers/mail/unsubscribe.js';
import type { Db } from '../../../server/db/connect.js';
import { systemRandom } from '../../../server/lib/ids.js';
import { relayOutbox } from '../../../server/notifications/relay.js';
import { eachDatabase } from '../../support/databases.js';
import { salon } from '../../support/post-room.js';
import type { Scene } from '../trash/scene.js';
import { aScene } from '../trash/scene.js';

eachDatabase('birthday greetings of a business (A019, A118)', (database) => {
  let scene: Scene;
  before(async () => {
    scene = await aScene(database, '2026-05-17T08:30:00Z');
  });
  after(() => scene.app.stop());

  const born = { birth_date: '1990-05-17', time_zone: 'Europe/Lisbon' };
  const greet = () => scene.app.context.upkeep.greetBirthdays();
  const set = (change: object) => scene.admin('PATCH', '/settings', change);
  const trailOf = async (number: number) =>
    (await scene.admin('GET', `/customers/${number}/activity?page=1&pageSize=25`)).body.items;

  it('are switched on in the settings, on record, and stand in the customer’s activity (A125)', async () => {
    const number = await scene.add({ email: 'Ana@example.com' }, born);
    expect((await scene.admin('GET', '/settings')).body).to.include({ birthdayGreeting: false, birthdayHour: 9 });
    expect(await greet()).to.equal(0);
    expect((await set({ birthdayHour: 24 })).body.error.field).to.equal('birthdayHour');
    expect((await set({ birthdayGreeting: true, birthdayHour: 10 })).status).to.equal(200);
    expect(await greet(), 'at ten').to.equal(0);
    await set({ birthdayHour: 9 });
    expect(await greet()).to.equal(1);
    await scene.app.context.notifications.relayOnce();
    const [mail] = await trailOf(number);
    expect(mail).to.deep.include({ action: 'mail.sent', booking: null });
    expect(mail.facts).to.include({ template: 'birthday', recipient: 'ana@example.com' });
    const audit = await database.db('audit').where({ subject: 'settings' }).orderBy('id').first('values');
    expect(JSON.parse(audit.values)).to.deep.equal({
      birthdayGreeting: { from: false, to: true },
      birthdayHour: { from: 9, to: 10 },
    });
  });

  it('are left by the link in one, for the address, and begun again; the newsletter is another matter (A117, S66)', async () => {
    const more = { ...born, birth_date: '1991-05-18', newsletter: 1 };
    const ana = await scene.add({ email: 'two@example.com' }, more);
    const bea = await scene.add({ firstName: 'Bea', email: 'two@example.com' }, more);
    const token = tokenOf(scene.app.context.mail, ana, 'two@example.com', 'greeting');
    const news = tokenOf(scene.app.context.mail, ana, 'two@example.com');
    const click = { 'content-type': 'application/x-www-form-urlencoded' };
    const post = (text: string) =>
      scene.app.call('POST', `/api/v1/unsubscribe/${text}`, { body: 'List-Unsubscribe=One-Click', headers: click });
    const wants = async (id: number) => {
      const { greetings, newsletter } = await scene.row(id);
      return [greetings, newsletter];
    };
    // The seal of the one opens nothing of the other.
    await post(news.replace('.', 'g.'));
    await post(token.replace('g.', '.'));
    expect(await wants(ana)).to.deep.equal([1, 1]);
    expect((await post(token)).body).to.deep.equal({ subscribed: false });
    expect([await wants(ana), await wants(bea)]).to.deep.equal([
      [0, 1],
      [0, 1],
    ]);
    expect((await trailOf(ana))[0].changes).to.deep.equal([{ field: 'greetings', from: true, to: false }]);
    const again = { token, subscribed: true };
    expect((await scene.app.call('POST', '/api/v1/newsletter-choices', { body: again })).body).to.deep.equal({
      subscribed: true,
    });
    await post(news);
    expect(await wants(ana)).to.deep.equal([1, 0]);
  });

  it('are not repeated after a merge, and whoever wanted none under either name gets none', async () => {
    const [gone, kept] = [
      await scene.add({ email: 'one@gone.example' }, born),
      await scene.add({ email: 'k@x.example' }),
    ];
    expect(await greet()).to.equal(1);
    const merged = await scene.admin('POST', `/customers/${kept}/merge`, {
      ...{ other: gone, version: 1, otherVersion: 1, take: ['birthDate', 'timeZone'] },
    });
    expect(merged.status, merged.text).to.equal(201);
    expect(await greet()).to.equal(0);
    const none = await scene.add({ email: 'no@gone.example' }, { ...born, greetings: 0 });
    const other = await scene.add({ email: 'yes@kept.example' }, born);
    const { body } = await scene.admin('POST', `/customers/${other}/merge`, {
      ...{ other: none, version: 1, otherVersion: 1, take: [] },
    });
    expect((await scene.row(other))['greetings']).to.equal(0);
    await scene.admin('POST', `/customers/merges/${body.mergeId}/undo`, {});
    expect((await scene.row(other))['greetings']).to.equal(1);
  });

  it('leave nothing of somebody who is erased while the greeting is being written (A081)', async () => {
    await database.db('customers').update({ greetings: 0 });
    await scene.app.context.notifications.relayOnce();
    const number = await scene.add({ firstName: 'Zacharias', email: 'zach@example.com' }, born);
    expect(await greet()).to.equal(1);
    const erase = async () => {
      await scene.admin('POST', `/customers/${number}/trash`, { cancel: [] });
      return (await scene.admin('POST', `/customers/${number}/erasure`, { number })).status;
    };
    let transactions = 0;
    // The first one claims what is to be told, the second one keeps the letter that was made of it.
    const db = new Proxy(database.db, {
      get(real, name) {
        if (name !== 'transaction') return Reflect.get(real, name);
        return async (work: Parameters<Db['transaction']>[0]) => {
          transactions += 1;
          if (transactions === 2) expect(await erase()).to.equal(200);
          return real.transaction(work);
        };
      },
    });
    const errors: unknown[] = [];
    await relayOutbox({
      ...{ db, clock: scene.clock, random: systemRandom, owner: 'a-slow-server', site: async () => salon },
      ...{ publicUrl: 'https://x.example', mailFrom: 'x@x.example', failed: (_what, error) => errors.push(error) },
    });
    expect(errors).to.deep.equal([]);
    expect(await database.db('birthday_greetings').where({ customer_id: number })).to.deep.equal([]);
    expect(JSON.stringify(await database.db('messages').select()).toLowerCase()).to.not.include('zach');
  });
});
