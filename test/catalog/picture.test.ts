import { expect } from 'chai';
import sharp from 'sharp';
import type { TestApp } from '../support/app.js';
import { startApp } from '../support/app.js';
import { clockAt } from '../support/clock.js';
import { eachDatabase } from '../support/databases.js';
import { heic, twoHalves } from '../support/pictures.js';
import type { Shop } from '../support/shop.js';
import { aShop } from '../support/shop.js';

eachDatabase('the picture of a service', (database) => {
  const clock = clockAt('2026-11-24T08:00:00Z');
  let app: TestApp;
  let shop: Shop;
  let cookie: string;
  let photo: Buffer;
  before(async () => {
    app = await startApp({ ...database, clock });
    shop = await aShop(database.db, clock);
    cookie = await app.signIn();
    photo = await twoHalves().jpeg().toBuffer();
  });
  after(() => app.stop());

  const put = (id: number, body: Buffer | string, type = 'image/jpeg') =>
    fetch(`${app.url}/api/v1/admin/services/${id}/picture`, {
      method: 'PUT',
      headers: { cookie, 'content-type': type },
      body: body as unknown as BodyInit,
    });
  const given = async (id: number): Promise<string> => (await (await put(id, photo)).json()).picture;
  const kept = async () => Number((await database.db('pictures').count({ count: '*' }).first())?.count);
  const admin = (method: string, path: string, body?: object) =>
    app.call(method, `/api/v1/admin${path}`, body ? { cookie, body } : { cookie });

  it('is encoded anew, and shown to everybody by an address that can’t be guessed (A121, S07, S96)', async () => {
    const polyglot = Buffer.concat([photo, Buffer.from('<script>alert(1)</script>')]);
    const { picture } = await (await put(shop.haircut.id, polyglot)).json();
    expect(picture).to.match(/^\/api\/v1\/pictures\/[0-9a-f]{32}$/);
    const shown = (await app.call('GET', '/api/v1/catalog')).body.services[0].picture;
    expect(shown, 'host pages need the whole address').to.equal(`${app.context.config.publicUrl}${picture}`);
    const answer = await fetch(app.url + picture);
    expect(answer.headers.get('content-type')).to.equal('image/webp');
    expect(answer.headers.get('cache-control')).to.equal('public, max-age=31536000, immutable');
    expect(answer.headers.get('cross-origin-resource-policy')).to.equal('cross-origin');
    expect(answer.headers.get('content-security-policy')).to.include('sandbox');
    expect(answer.headers.get('x-content-type-options')).to.equal('nosniff');
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(bytes.includes('script')).to.equal(false);
    expect((await sharp(bytes).metadata()).width).to.equal(512);
    const small = Buffer.from(await (await fetch(`${app.url + picture}?size=64`)).arrayBuffer());
    expect((await sharp(small).metadata()).width).to.equal(128);
    expect((await app.call('GET', `/api/v1/pictures/${'0'.repeat(32)}`)).status).to.equal(404);
    const wrong = await app.call('GET', '/api/v1/pictures/..%2f..%2fetc');
    expect(wrong.status, 'ids only, never a path (S98)').to.equal(422);
  });

  it('refuses what is no picture, and keeps the one before (S96, S97)', async () => {
    const before = await given(shop.haircut.id);
    for (const [file, type, code] of [
      ['<svg xmlns="http://www.w3.org/2000/svg"/>', 'image/png', 'invalid_request'],
      ['GIF89a<?php ?>', 'image/jpeg', 'invalid_request'],
      [heic(), 'image/heic', 'invalid_request'],
      ['<svg/>', 'image/svg+xml', 'unsupported_media_type'],
      [Buffer.alloc(11 * 1024 * 1024), 'image/png', 'payload_too_large'],
    ] as const) {
      const answer = await put(shop.haircut.id, file as string, type);
      expect((await answer.json()).error.code, type).to.equal(code);
    }
    expect((await admin('GET', `/services/${shop.haircut.id}`)).body.picture).to.equal(before);
    expect((await app.call('GET', before)).status).to.equal(200);
  });

  it('goes when nothing shows it any more, and stays while a copy of the service does', async () => {
    const first = await given(shop.haircut.id);
    const { body: copy } = await admin('POST', `/services/${shop.haircut.id}/copies`, { name: 'Copy' });
    expect(copy.picture).to.equal(first);
    const second = await given(shop.haircut.id);
    expect((await app.call('GET', first)).status).to.equal(200);
    expect((await admin('DELETE', `/services/${copy.id}`)).status).to.equal(204);
    expect((await app.call('GET', first)).status).to.equal(404);
    expect((await admin('DELETE', `/services/${shop.haircut.id}/picture`)).status).to.equal(204);
    expect((await app.call('GET', second)).status).to.equal(404);
    expect(await kept()).to.equal(0);
    const actions = await database
      .db('audit')
      .where({ subject: `service:${shop.haircut.id}` })
      .orderBy('id')
      .pluck('action');
    expect(actions.at(-1)).to.equal('service.changed');
  });
});
