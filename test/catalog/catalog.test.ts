import { expect } from 'chai';
import { catalogAdminEndpoints, category, location, publicCatalog, service } from '../../server/catalog/schema.js';
import { catalogVersion } from '../../server/db/versions.js';
import type { Business } from '../support/business.js';
import { aBusiness, setUp } from '../support/business.js';
import { clockAt } from '../support/clock.js';
import { eachDatabase } from '../support/databases.js';
import { codeOf } from '../support/refusal.js';

eachDatabase('the catalog', (database) => {
  let business: Business;
  before(() => {
    business = aBusiness(database.db, clockAt('2026-05-04T08:00:00Z'));
  });

  const inPublic = async () => JSON.parse((await business.catalog.prepared()).json.toString());

  it('keeps categories, locations and services in the shapes that the API promises (A121)', async () => {
    const hair = await business.category({ name: 'Cuts' });
    const baixa = await business.location({ name: 'Chiado' });
    const cut = await business.service({ categoryId: hair.id, needsApproval: true, priceMinor: 4200 });
    expect(category.strict().parse(hair)).to.deep.equal(hair);
    expect(location.strict().parse(baixa)).to.deep.equal(baixa);
    expect(service.strict().parse(cut)).to.deep.equal(cut);
    expect(await business.catalog.services.get(cut.id)).to.deep.equal(cut);
    expect(cut).to.include({ needsApproval: true, priceMinor: 4200, stepMinutes: 15, visibility: 'visible' });
  });

  it('lists by position, then by age', async () => {
    const last = await business.category({ name: 'A last one', position: 9 });
    const first = await business.category({ name: 'Z first one', position: 0 });
    const ids = (await business.catalog.categories.list()).map(({ id }) => id);
    expect(ids.at(-1)).to.equal(last.id);
    expect(ids.indexOf(first.id)).to.be.below(ids.indexOf(last.id));
  });

  it('puts what is added at the end', async () => {
    const { id } = await business.category({ name: 'A newcomer' });
    expect((await business.catalog.categories.list()).at(-1)?.id).to.equal(id);
  });

  it('changes what is given, leaves what is absent, and clears what is null', async () => {
    const { id: categoryId } = await business.category();
    const cut = await business.service({ categoryId, picture: '/cut.jpg' });
    const changed = await business.catalog.services.change(setUp, cut.id, { priceMinor: 1, picture: null });
    expect(changed).to.deep.equal({ ...cut, priceMinor: 1, picture: null });
  });

  it('writes down what changed, from what to what, and nothing when nothing did', async () => {
    const { id } = await business.category({ name: 'Old name' });
    await business.catalog.categories.change(setUp, id, { name: 'New name' });
    await business.catalog.categories.change(setUp, id, { name: 'New name' });
    const trail = await database
      .db('audit')
      .where({ subject: `category:${id}` })
      .orderBy('id');
    expect(trail.map(({ action }) => action)).to.deep.equal(['category.created', 'category.changed']);
    expect(JSON.parse(trail[1].values)).to.deep.equal({ name: { from: 'Old name', to: 'New name' } });
    expect(trail[1].actor).to.equal('system:test');
  });

  it('refuses a service in a category that is not there, and says where (S12)', async () => {
    expect(await codeOf(business.service({ categoryId: 999_999 }))).to.equal('invalid_request categoryId');
    const { id: categoryId } = await business.category();
    const cut = await business.service({ categoryId });
    const change = business.catalog.services.change(setUp, cut.id, { categoryId: 999_999 });
    expect(await codeOf(change)).to.equal('invalid_request categoryId');
  });

  it('answers not_found for what is not there', async () => {
    expect(await codeOf(business.catalog.services.get(999_999))).to.equal('not_found');
    expect(await codeOf(business.catalog.locations.change(setUp, 999_999, { name: 'x' }))).to.equal('not_found');
    expect(await codeOf(business.catalog.categories.remove(setUp, 999_999))).to.equal('not_found');
  });

  it('refuses to remove what is used, and removes what is not: a service with who performs it', async () => {
    const { id: categoryId } = await business.category();
    const { id: locationId } = await business.location();
    const cut = await business.service({ categoryId });
    const ada = await business.provider({ locations: [locationId], services: [{ serviceId: cut.id }] });
    expect(await codeOf(business.catalog.categories.remove(setUp, categoryId))).to.equal('in_use');
    expect(await codeOf(business.catalog.locations.remove(setUp, locationId))).to.equal('in_use');
    await business.catalog.services.remove(setUp, cut.id);
    expect((await business.providers.get(ada.id)).services).to.deep.equal([]);
    await business.providers.remove(setUp, ada.id);
    await business.catalog.locations.remove(setUp, locationId);
    await business.catalog.categories.remove(setUp, categoryId);
    expect(await codeOf(business.catalog.categories.get(categoryId))).to.equal('not_found');
  });

  it('refuses unknown fields and wrong values in every body (S24, S37)', () => {
    const body = catalogAdminEndpoints['PATCH /services/:id'].body;
    for (const bad of [
      { id: 3 },
      { __typo: 1 },
      { priceMinor: -1 },
      { priceMinor: 1.5 },
      { name: { $ne: 1 } },
      { colour: 'red' },
    ])
      expect(body.safeParse(bad).success, JSON.stringify(bad)).to.equal(false);
  });

  it('raises its version with every write, so that caches know', async () => {
    const before = await catalogVersion(database.db);
    const { id } = await business.category();
    await business.catalog.categories.change(setUp, id, { name: 'Other' });
    await business.catalog.categories.remove(setUp, id);
    expect(await catalogVersion(database.db)).to.equal(before + 3);
  });

  it('shows visitors what can be had, with the price and duration of each provider (A121)', async () => {
    const { id: categoryId } = await business.category({ name: 'Shown' });
    const here = await business.location({ name: 'Here' });
    const cut = await business.service({ categoryId, name: 'Shown cut', priceMinor: 3000 });
    const services = [{ serviceId: cut.id, priceMinor: 5000, durationMinutes: 60 }];
    const senior = await business.provider({ name: 'Senior', locations: [here.id], services });
    const junior = await business.provider({ locations: [here.id], services: [{ serviceId: cut.id }] });
    const shown = await inPublic();
    expect(publicCatalog.parse(shown)).to.deep.equal(shown);
    const found = shown.services.find(({ id }: { id: number }) => id === cut.id);
    expect(found.locations).to.deep.equal([here.id]);
    expect(found.providers).to.deep.equal([
      { id: senior.id, priceMinor: 5000, durationMinutes: 60 },
      { id: junior.id, priceMinor: 3000, durationMinutes: 45 },
    ]);
  });

  it('hides from visitors what is private, archived, empty or nobody performs (S08, S12)', async () => {
    const { id: categoryId } = await business.category({ name: 'Quiet' });
    const open = await business.location({ name: 'Open' });
    const shut = await business.location({ name: 'Shut', status: 'archived' });
    const secret = await business.service({ categoryId, visibility: 'private' });
    const gone = await business.service({ categoryId, status: 'archived' });
    const undone = await business.service({ categoryId });
    const nowhere = await business.service({ categoryId });
    const both = [{ serviceId: secret.id }, { serviceId: gone.id }];
    const ada = await business.provider({ locations: [open.id, shut.id], services: both, email: 'ada@example.com' });
    await business.provider({ locations: [shut.id], services: [{ serviceId: nowhere.id }] });
    await business.provider({ status: 'archived', locations: [open.id], services: [{ serviceId: undone.id }] });
    const shown = await inPublic();
    const ids = (list: { id: number }[]) => list.map(({ id }) => id);
    for (const { id } of [secret, gone, undone, nowhere]) expect(ids(shown.services)).to.not.include(id);
    expect(ids(shown.categories)).to.not.include(categoryId);
    expect(ids(shown.locations)).to.not.include(shut.id);
    expect(ids(shown.providers)).to.not.include(ada.id);
    expect(JSON.stringify(shown)).to.not.include('ada@example.com');
  });

  it('makes the public list once per change, and anew after one', async () => {
    const one = (await business.catalog.prepared()).json;
    expect((await business.catalog.prepared()).json).to.equal(one);
    await business.category();
    expect((await business.catalog.prepared()).json).to.not.equal(one);
  });
});
