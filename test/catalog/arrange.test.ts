import { expect } from 'chai';
import type { TestApp } from '../support/app.js';
import { startApp } from '../support/app.js';
import { clockAt } from '../support/clock.js';
import { eachDatabase } from '../support/databases.js';
import type { Shop } from '../support/shop.js';
import { aShop, bookOver } from '../support/shop.js';

eachDatabase('arranging the catalog', (database) => {
  const clock = clockAt('2026-11-24T08:00:00Z');
  let app: TestApp;
  let shop: Shop;
  let cookie: string;
  before(async () => {
    app = await startApp({ ...database, clock });
    shop = await aShop(database.db, clock);
    cookie = await app.signIn();
  });
  after(() => app.stop());

  const call = (method: string, path: string, body?: object) =>
    app.call(method, `/api/v1/admin${path}`, body ? { cookie, body } : { cookie });
  const idsIn = async (path: string): Promise<number[]> =>
    (await call('GET', path)).body.items.map(({ id }: { id: number }) => id);
  const servicesIn = async (categoryId: number): Promise<number[]> =>
    (await call('GET', '/services')).body.items
      .filter((service: { categoryId: number }) => service.categoryId === categoryId)
      .map(({ id }: { id: number }) => id);
  const trailOf = (subject: string) => database.db('audit').where({ subject }).orderBy('id').pluck('action');

  it('puts categories into an order, which visitors see too (A121)', async () => {
    await call('POST', '/categories', { name: 'Nails' });
    const before = await idsIn('/categories');
    const wanted = [...before].reverse();
    expect((await call('PUT', '/categories/order', { ids: wanted })).status).to.equal(204);
    expect(await idsIn('/categories')).to.deep.equal(wanted);
    expect(await trailOf('catalog:categories')).to.deep.equal(['category.reordered']);
    const places = await idsIn('/locations');
    expect((await call('PUT', '/locations/order', { ids: places })).status).to.equal(204);
    expect(await trailOf('catalog:locations')).to.deep.equal(['location.reordered']);
  });

  it('refuses an order of what is no longer the list, and one that names something twice', async () => {
    const ids = await idsIn('/categories');
    expect((await call('PUT', '/categories/order', { ids: ids.slice(1) })).body.error.code).to.equal('stale');
    expect((await call('PUT', '/categories/order', { ids: [...ids, 999_999] })).body.error.code).to.equal('stale');
    const twice = await call('PUT', '/categories/order', { ids: [...ids.slice(1), ids[1]] });
    expect(twice.body.error).to.include({ code: 'invalid_request', field: `ids.${ids.length - 1}` });
    const empty = `/categories/${shop.category.id}/services`;
    expect((await call('PUT', empty, { ids: [] })).body.error.code).to.equal('stale');
    expect((await call('PUT', empty, { ids: [shop.haircut.id, 999_999] })).body.error.code).to.equal('stale');
    expect(await idsIn('/categories')).to.deep.equal(ids);
  });

  it('puts services into an order, and takes those from another category along (A121)', async () => {
    const { body: nails } = await call('POST', '/categories', { name: 'Moved into' });
    const add = async (name: string, categoryId: number) =>
      (await call('POST', '/services', { name, categoryId, durationMinutes: 30, priceMinor: 1, currency: 'EUR' })).body;
    const one = await add('One', nails.id);
    const two = await add('Two', nails.id);
    const guest = await add('Guest', shop.category.id);
    const ids = [two.id, guest.id, one.id];
    expect((await call('PUT', `/categories/${nails.id}/services`, { ids })).status).to.equal(204);
    expect(await servicesIn(nails.id)).to.deep.equal(ids);
    expect(await servicesIn(shop.category.id)).to.not.include(guest.id);
    expect(await trailOf(`category:${nails.id}`)).to.include('service.reordered');
  });

  it('copies a service with its providers, right after it, in use though the first is archived (A121)', async () => {
    await call('PATCH', `/services/${shop.haircut.id}`, { status: 'archived' });
    const { status, body: copy } = await call('POST', `/services/${shop.haircut.id}/copies`, { name: 'Haircut 2' });
    await call('PATCH', `/services/${shop.haircut.id}`, { status: 'active' });
    expect(status).to.equal(201);
    const { body: original } = await call('GET', `/services/${shop.haircut.id}`);
    expect(copy).to.deep.equal({ ...original, id: copy.id, name: 'Haircut 2', position: copy.position });
    const order = await servicesIn(shop.category.id);
    expect(order[order.indexOf(shop.haircut.id) + 1]).to.equal(copy.id);
    const { body: ada } = await call('GET', `/providers/${shop.ada.id}`);
    expect(ada.services.map(({ serviceId }: { serviceId: number }) => serviceId)).to.include(copy.id);
    expect((await call('POST', '/services/999999/copies', { name: 'x' })).status).to.equal(404);
  });

  it('says from the service’s side who performs it, and leaves the rest of each provider alone (A121)', async () => {
    const { body: other } = await call('POST', `/services/${shop.haircut.id}/copies`, { name: 'Another' });
    const path = `/services/${other.id}/providers`;
    const wanted = [{ providerId: shop.bea.id, priceMinor: 4200, durationMinutes: null }];
    expect((await call('PUT', path, { providers: wanted })).body).to.deep.equal({ providers: wanted });
    const services = async (id: number) => (await call('GET', `/providers/${id}`)).body.services;
    expect(await services(shop.bea.id)).to.deep.include({
      serviceId: other.id,
      priceMinor: 4200,
      durationMinutes: null,
    });
    expect((await services(shop.ada.id)).map((line: { serviceId: number }) => line.serviceId)).to.not.include(other.id);
    expect((await services(shop.ada.id)).length).to.be.above(0);
    const unknown = await call('PUT', path, { providers: [...wanted, { providerId: 999_999 }] });
    expect(unknown.body.error).to.include({ code: 'invalid_request', field: 'providers.1.providerId' });
    expect(await trailOf(`service:${other.id}`)).to.deep.equal(['service.created', 'service.providers_changed']);
  });

  it('archives a service, a provider’s work and a location without taking appointments along (A121)', async () => {
    const booked = await bookOver(app.call, shop, { start: '2026-12-01T10:00:00Z', provider: shop.ada.id });
    expect(booked.status, booked.text).to.equal(201);
    await bookOver(app.call, shop, { start: '2026-12-02T10:00:00Z', provider: shop.bea.id });
    const rows = () => database.db('appointments').orderBy('id').select('*');
    const before = await rows();

    const { body: impact } = await call('GET', `/services/${shop.haircut.id}/impact`);
    expect(impact.coming).to.equal(2);
    expect(impact.last).to.equal('2026-12-02T10:00:00Z');
    expect(impact.first[0]).to.deep.equal({
      start: '2026-12-01T10:00:00Z',
      timeZone: 'Europe/Lisbon',
      service: 'Haircut',
      provider: 'Ada',
    });
    expect(JSON.stringify(impact)).to.not.include('Ben');
    const ofBea = await call('GET', `/services/${shop.haircut.id}/impact?providers=${shop.bea.id}`);
    expect(ofBea.body).to.include({ coming: 1, last: '2026-12-02T10:00:00Z' });
    expect((await call('GET', `/locations/${shop.location.id}/impact`)).body.coming).to.equal(2);

    expect((await call('DELETE', `/services/${shop.haircut.id}`)).body.error.code).to.equal('in_use');
    const change = { status: 'archived', durationMinutes: 15, bufferAfterMinutes: 60, priceMinor: 1, capacity: 9 };
    expect((await call('PATCH', `/services/${shop.haircut.id}`, change)).status).to.equal(200);
    await call('PUT', `/services/${shop.haircut.id}/providers`, { providers: [] });
    await call('PATCH', `/locations/${shop.location.id}`, { status: 'archived' });
    expect(await rows()).to.deep.equal(before);
    const items = await database.db('booking_items').select('price_minor', 'status');
    for (const item of items) expect(item).to.deep.equal({ price_minor: 3500, status: 'confirmed' });
    expect((await call('GET', `/services/${shop.haircut.id}/impact`)).body.coming).to.equal(2);
  });
});
