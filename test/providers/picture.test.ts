import { expect } from 'chai';
import type { TestApp } from '../support/app.js';
import { startApp } from '../support/app.js';
import { clockAt } from '../support/clock.js';
import { eachDatabase } from '../support/databases.js';
import { twoHalves } from '../support/pictures.js';
import type { Shop } from '../support/shop.js';
import { aShop } from '../support/shop.js';

eachDatabase('the picture of a provider', (database) => {
  let app: TestApp;
  let shop: Shop;
  let cookie: string;
  before(async () => {
    const clock = clockAt('2026-11-24T08:00:00Z');
    app = await startApp({ db: database.db, folder: database.folder, clock });
    shop = await aShop(database.db, clock);
    cookie = await app.signIn();
  });
  after(() => app.stop());
  const put = async (body: Buffer | string, id = shop.ada.id) =>
    fetch(`${app.url}/api/v1/admin/providers/${id}/picture`, {
      method: 'PUT',
      headers: { cookie, 'content-type': 'image/jpeg' },
      body: body as unknown as BodyInit,
    });

  it('is encoded anew and shown to visitors by an address that can’t be guessed (A121, S07, S96)', async () => {
    const photo = Buffer.concat([await twoHalves().jpeg().toBuffer(), Buffer.from('<script>alert(1)</script>')]);
    const { picture } = await (await put(photo)).json();
    expect(picture).to.match(/^\/api\/v1\/pictures\/[0-9a-f]{32}$/);
    const { body } = await app.call('GET', '/api/v1/catalog');
    const shown = body.providers.find(({ id }: { id: number }) => id === shop.ada.id);
    expect(shown.picture).to.equal(`${app.context.config.publicUrl}${picture}`);
    const answer = await fetch(app.url + picture);
    expect(answer.headers.get('content-type')).to.equal('image/webp');
    expect(Buffer.from(await answer.arrayBuffer()).includes('script')).to.equal(false);
  });

  it('is refused where it is none or nobody’s, and goes when it is taken away', async () => {
    expect((await (await put('<svg/>')).json()).error.code).to.equal('invalid_request');
    expect((await put(await twoHalves().jpeg().toBuffer(), 999_999)).status).to.equal(404);
    const path = `/api/v1/admin/providers/${shop.ada.id}`;
    const { picture } = (await app.call('GET', path, { cookie })).body;
    expect((await app.call('GET', picture)).status).to.equal(200);
    expect((await app.call('DELETE', `${path}/picture`, { cookie })).status).to.equal(204);
    expect((await app.call('GET', picture)).status).to.equal(404);
    expect((await app.call('GET', path, { cookie })).body.picture).to.equal(null);
    const row = await database.db('audit').where({ action: 'provider.changed' }).orderBy('id', 'desc').first();
    expect(JSON.parse(row.values).picture).to.deep.equal({ from: picture, to: null });
  });
});
