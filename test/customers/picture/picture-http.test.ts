import { readdirSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { Readable } from 'node:stream';
import { expect } from 'chai';
import sharp from 'sharp';
import type { TestApp } from '../../support/app.js';
import { startApp } from '../../support/app.js';
import { becomes } from '../../support/becomes.js';
import { clockAt } from '../../support/clock.js';
import { eachDatabase } from '../../support/databases.js';
import { heic, twoHalves } from '../../support/pictures.js';
import type { Shop } from '../../support/shop.js';
import { aShop, bookOver } from '../../support/shop.js';
import { addCustomer } from '../sensitive/add-customer.js';
import { signedIn } from '../staff.js';

const megabyte = 1024 * 1024;

eachDatabase('a customer’s picture (A020)', (database) => {
  const clock = clockAt('2026-11-24T08:00:00Z');
  let app: TestApp;
  let shop: Shop;
  let ana = 0;
  let owner = '';
  let photo: Buffer;
  const base = (number: number) => `/api/v1/admin/customers/${number}/picture`;
  const put = (
    number: number,
    body: Buffer | Readable,
    wish: { type?: string; cookie?: string; query?: string } = {},
  ) =>
    fetch(`${app.url}${base(number)}${wish.query ?? ''}`, {
      method: 'PUT',
      headers: { cookie: wish.cookie ?? owner, 'content-type': wish.type ?? 'image/jpeg' },
      body: body as unknown as BodyInit,
      duplex: 'half',
    } as RequestInit);
  const get = (address: string, cookie = owner) => fetch(app.url + address, { headers: { cookie } });
  const codeOf = async (response: Response) => [response.status, (await response.json()).error.code];
  const given = async (number: number, body = photo): Promise<string> => {
    const response = await put(number, body);
    expect(response.status).to.equal(200);
    return (await response.json()).picture;
  };
  const actions = async (number: number): Promise<string[]> =>
    (
      await database
        .db('audit')
        .where({ subject: `customer:${number}` })
        .orderBy('id')
        .select('action')
    ).map(({ action }) => action);

  before(async () => {
    app = await startApp({ db: database.db, folder: database.folder, clock });
    shop = await aShop(database.db, clock);
    owner = (await signedIn(database.db, clock.now(), { role: 'owner' })).cookie;
    ana = await addCustomer(database.db, 'Ana');
    photo = await twoHalves().jpeg().toBuffer();
  });
  after(() => app.stop());

  it('A020 is given, seen in two sizes, replaced and removed, and each change is on record', async () => {
    const first = await given(ana);
    expect(first).to.match(new RegExp(`^${base(ana)}\\?of=[0-9a-f]{32}$`));
    for (const [query, edge] of [
      ['', 512],
      ['&size=256', 512],
      ['&size=64', 128],
    ] as const) {
      const response = await get(first + query);
      expect(response.status).to.equal(200);
      const { format, width, height } = await sharp(Buffer.from(await response.arrayBuffer())).metadata();
      expect([format, width, height]).to.deep.equal(['webp', edge, edge]);
    }
    const record = await app.call('GET', `/api/v1/admin/customers/${ana}`, { cookie: owner });
    expect(record.body.picture).to.equal(first);
    const second = await given(ana, await twoHalves().png().toBuffer());
    expect(second).to.not.equal(first);
    expect((await get(first)).status, 'the one before is gone').to.equal(404);
    expect((await app.call('DELETE', base(ana), { cookie: owner })).status).to.equal(204);
    expect((await app.call('DELETE', base(ana), { cookie: owner })).status, 'again').to.equal(204);
    expect((await get(second)).status).to.equal(404);
    expect(await database.db('customer_pictures').where({ customer_id: ana })).to.deep.equal([]);
    expect(await actions(ana)).to.deep.equal([
      'customer.picture_changed',
      'customer.picture_changed',
      'customer.picture_removed',
    ]);
  });

  it('S07 is found by nobody who guesses: by number, another key, or the key of somebody else', async () => {
    const address = await given(ana);
    const ben = await addCustomer(database.db, 'Ben');
    const key = address.slice(-32);
    for (const path of [`${base(ben)}?of=${key}`, `${base(ana)}?of=${'0'.repeat(32)}`, `${base(999_999)}?of=${key}`])
      expect(await codeOf(await get(path)), path).to.deep.equal([404, 'not_found']);
    for (const query of ['', '?of=', '?of=1', `?of=${key}&size=512`, `?of=${key}&size=1`, `?of=${key.toUpperCase()}x`])
      expect((await get(base(ana) + query)).status, query).to.equal(422);
    expect((await fetch(app.url + address)).status, 'without signing in').to.equal(401);
  });

  it('S07 A112 is seen by a provider of own customers alone, and changed by none', async () => {
    const { cookie } = await signedIn(database.db, clock.now(), { role: 'provider', providerId: shop.ada.id });
    await bookOver(app.call, shop, { provider: shop.ada.id });
    const { id } = await database.db('customers').whereNotNull('email').first('id');
    expect((await get(await given(id), cookie)).status).to.equal(200);
    expect((await get(await given(ana), cookie)).status).to.equal(404);
    expect(await codeOf(await put(id, photo, { cookie }))).to.deep.equal([403, 'forbidden']);
    expect((await app.call('DELETE', base(id), { cookie })).status).to.equal(403);
  });

  it('S96 S118 is shown and never run: our own type, no sniffing, a sandbox, kept by this browser alone', async () => {
    const { headers } = await get(await given(ana));
    expect(headers.get('content-type')).to.equal('image/webp');
    expect(headers.get('x-content-type-options')).to.equal('nosniff');
    expect(headers.get('content-security-policy')).to.include('sandbox').and.include("default-src 'none'");
    expect(headers.get('cache-control')).to.equal('private, max-age=604800, immutable');
    expect(headers.get('cross-origin-resource-policy')).to.equal('same-origin');
  });

  it('S96 is what its bytes say, whatever type is declared', async () => {
    const png = await twoHalves().png().toBuffer();
    for (const type of ['image/jpeg', 'image/heic', 'application/octet-stream', 'IMAGE/PNG; charset=x'])
      expect((await put(ana, png, { type })).status, type).to.equal(200);
    for (const [bytes, reason] of [
      [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'), 'not_a_picture'],
      [Buffer.from('GIF89a/*<?php system($_GET[0]); ?>*/'), 'not_a_picture'],
      [heic(), 'heic'],
      [photo.subarray(0, 500), 'damaged'],
      [Buffer.alloc(0), 'empty'],
    ] as const) {
      const { error } = await (await put(ana, bytes)).json();
      expect([error.code, error.field, error.details.reason]).to.deep.equal(['invalid_request', 'picture', reason]);
    }
    for (const type of ['text/html', 'image/svg+xml', 'image/gif', 'application/json', ''])
      expect((await put(ana, photo, { type })).status, type).to.equal(415);
  });

  it('S96 is refused by its size: declared, and found out on the way', async () => {
    const tiny = await twoHalves(2, 2).png().toBuffer();
    const padded = Buffer.concat([tiny, Buffer.alloc(50 * megabyte)]);
    expect(await outcomeOf(put(ana, padded))).to.be.oneOf([413, 'cut off']);
    const pieces = Readable.from([tiny, ...Array.from({ length: 50 }, () => Buffer.alloc(megabyte))]);
    expect(await outcomeOf(put(ana, Readable.toWeb(pieces) as unknown as Readable))).to.be.oneOf([413, 'cut off']);
    expect((await put(ana, Buffer.concat([tiny, Buffer.alloc(9 * megabyte)]))).status, 'a long tail is cut').to.equal(
      200,
    );
  });

  it('S98 takes no name, path or address for its file', async () => {
    for (const query of ['?name=../../etc/passwd', '?path=C:%5Cwindows', '?file=%2e%2e%2f', '?url=http://127.0.0.1/'])
      expect((await put(ana, photo, { query })).status, query).to.equal(422);
    for (const number of ['..%2f1', '%2e%2e', '1%00', '-1', '1e3', '0x1'])
      expect(
        (await app.call('GET', `/api/v1/admin/customers/${number}/picture?of=${'0'.repeat(32)}`, { cookie: owner }))
          .status,
      ).to.be.oneOf([400, 404, 422]);
  });

  it('S99 has no forms to take apart: multipart is refused, and broken uploads leave nothing behind', async function () {
    this.timeout(30_000);
    const form = (parts: number) =>
      Buffer.from('--x\r\nContent-Disposition: form-data; name="f"; filename="a.jpg"\r\n\r\nx\r\n'.repeat(parts));
    for (const type of ['multipart/form-data; boundary=x', 'multipart/form-data', 'multipart/mixed; boundary=""'])
      for (const parts of [1, 100_000])
        expect(await outcomeOf(put(ana, form(parts), { type })), type).to.be.oneOf([415, 'cut off']);
    const address = await given(ana);
    const open = () => readdirSync('/proc/self/fd').length;
    const files = () => readdirSync(tmpdir()).filter((name) => /upload|multer|sharp/i.test(name));
    const [fds, temporary] = [open(), files()];
    for (let round = 0; round < 20; round += 1) await Promise.all(Array.from({ length: 10 }, breakOff));
    await becomes(async () => open() < fds + 20, true, 'what was opened is closed');
    expect(files()).to.deep.equal(temporary);
    expect((await get(address)).status, 'the server lives, and the picture is the one before').to.equal(200);
    await given(ana);
  });

  it('is given to nobody out of use, and of those seen by no one without business in the trash', async () => {
    const gone = await addCustomer(database.db, 'Eva');
    const address = await given(gone);
    await database.db('customers').where({ id: gone }).update({ status: 'trashed' });
    expect(await codeOf(await put(gone, photo))).to.deep.equal([409, 'conflict']);
    expect((await get(address)).status).to.equal(200);
    const { cookie } = await signedIn(database.db, clock.now(), { role: 'receptionist' });
    expect((await get(address, cookie)).status).to.equal(404);
  });

  const outcomeOf = (sent: Promise<Response>): Promise<number | string> =>
    sent.then(
      (response) => response.status,
      () => 'cut off',
    );

  /** Sends the beginning of a picture and hangs up. */
  function breakOff(): Promise<void> {
    return new Promise((resolve) => {
      const request = httpRequest(`${app.url}${base(ana)}`, {
        method: 'PUT',
        headers: { cookie: owner, 'content-type': 'image/jpeg', 'content-length': 5 * megabyte },
      });
      request.on('error', () => resolve());
      request.on('close', () => resolve());
      request.write(photo);
      setTimeout(() => request.destroy(), 5);
    });
  }
});
