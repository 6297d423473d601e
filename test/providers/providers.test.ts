import { expect } from 'chai';
import { catalogVersion } from '../../server/db/versions.js';
import { provider, providerAdminEndpoints } from '../../server/providers/schema.js';
import type { Business } from '../support/business.js';
import { aBusiness, setUp } from '../support/business.js';
import { clockAt } from '../support/clock.js';
import { eachDatabase } from '../support/databases.js';
import { codeOf } from '../support/refusal.js';

eachDatabase('providers', (database) => {
  let business: Business;
  let baixa: number;
  let porto: number;
  let cut: number;
  let colour: number;
  before(async () => {
    business = aBusiness(database.db, clockAt('2026-05-04T08:00:00Z'));
    baixa = (await business.location()).id;
    porto = (await business.location({ name: 'Porto' })).id;
    const { id: categoryId } = await business.category();
    cut = (await business.service({ categoryId })).id;
    colour = (await business.service({ categoryId, name: 'Colour' })).id;
  });

  const monday = (locationId: number, start: string, end: string) => ({ weekday: 1, locationId, start, end });
  const versionOf = async (providerId: number): Promise<number> => {
    const row = await database
      .db('calendars')
      .join('providers', 'providers.resource_id', 'calendars.resource_id')
      .where('providers.id', providerId)
      .first('calendars.version');
    return row.version;
  };

  it('come with a calendar of their own, locations and services (A121)', async () => {
    const services = [
      { serviceId: cut, priceMinor: 5000, durationMinutes: null },
      { serviceId: colour, priceMinor: null, durationMinutes: 90 },
    ];
    const ada = await business.provider({ email: 'ada@example.com', locations: [baixa, porto], services });
    expect(provider.strict().parse(ada)).to.deep.equal(ada);
    expect(ada).to.deep.include({ locations: [baixa, porto], services, status: 'active' });
    expect(await versionOf(ada.id)).to.equal(0);
    expect(await business.providers.list()).to.deep.include(ada);
  });

  it('get their locations and services replaced as a whole', async () => {
    const ada = await business.provider({ locations: [baixa], services: [{ serviceId: cut }] });
    const services = [{ serviceId: colour, priceMinor: 1, durationMinutes: null }];
    const changed = await business.providers.change(setUp, ada.id, { locations: [porto], services });
    expect(changed).to.deep.equal({ ...ada, locations: [porto], services });
    expect(await business.providers.change(setUp, ada.id, { name: 'Ada L.' })).to.deep.include({ services });
  });

  it('are refused ids that are not there, or twice, and told which', async () => {
    const unknown = { serviceId: 999_999 };
    expect(await codeOf(business.provider({ locations: [baixa, 999_999] }))).to.equal('invalid_request locations.1');
    expect(await codeOf(business.provider({ locations: [baixa, baixa] }))).to.equal('invalid_request locations.1');
    expect(await codeOf(business.provider({ services: [{ serviceId: cut }, unknown] }))).to.equal(
      'invalid_request services.1.serviceId',
    );
  });

  it('have their calendar and the catalog raised by each change of their time', async () => {
    const ada = await business.provider({ locations: [baixa] });
    const absence = { startsAt: '2026-06-01T08:00:00Z', endsAt: '2026-06-01T12:00:00Z', note: '' };
    const changes = [
      () => business.providers.replaceWeek(setUp, ada.id, { windows: [monday(baixa, '09:00', '12:00')] }),
      () => business.providers.addSpecialDay(setUp, ada.id, { day: '2026-06-01', windows: [], note: '' }),
      () => business.providers.addAbsence(setUp, ada.id, absence),
      () => business.providers.change(setUp, ada.id, { status: 'archived' }),
    ];
    for (const [index, change] of changes.entries()) {
      const before = await catalogVersion(database.db);
      await change();
      expect(await versionOf(ada.id)).to.equal(index + 1);
      expect(await catalogVersion(database.db)).to.equal(before + 1);
    }
  });

  it('have a week of windows that is replaced as a whole', async () => {
    const ada = await business.provider({ locations: [baixa, porto] });
    const windows = [monday(porto, '13:00', '24:00'), monday(baixa, '09:00', '12:00')];
    const week = await business.providers.replaceWeek(setUp, ada.id, { windows });
    expect(week.windows).to.deep.equal([windows[1], windows[0]]);
    expect(await business.providers.week(ada.id)).to.deep.equal(week);
    await business.providers.replaceWeek(setUp, ada.id, { windows: [] });
    expect(await business.providers.week(ada.id)).to.deep.equal({ windows: [] });
    const last = await database
      .db('audit')
      .where({ subject: `provider:${ada.id}` })
      .orderBy('id', 'desc')
      .first();
    expect(last.action).to.equal('provider.hours_changed');
    expect(JSON.parse(last.values)).to.deep.equal({ windows: { from: week.windows, to: [] } });
  });

  it('are refused windows that overlap or lie elsewhere, and told which', async () => {
    const ada = await business.provider({ locations: [baixa] });
    const put = (...windows: object[]) =>
      codeOf(business.providers.replaceWeek(setUp, ada.id, { windows: windows as ReturnType<typeof monday>[] }));
    expect(await put(monday(baixa, '09:00', '12:00'), monday(baixa, '11:00', '13:00'))).to.equal(
      'invalid_request windows.1',
    );
    expect(await put(monday(porto, '09:00', '12:00'))).to.equal('invalid_request windows.0.locationId');
    expect(await business.providers.week(ada.id)).to.deep.equal({ windows: [] });
  });

  it('keep a location as long as they have hours there', async () => {
    const ada = await business.provider({ locations: [baixa, porto] });
    await business.providers.replaceWeek(setUp, ada.id, { windows: [monday(porto, '09:00', '12:00')] });
    const change = business.providers.change(setUp, ada.id, { locations: [baixa] });
    expect(await codeOf(change)).to.equal('invalid_request locations');
  });

  it('may have one special day a date, over midnight too', async () => {
    const ada = await business.provider({ locations: [baixa] });
    const windows = [{ locationId: baixa, start: '22:00', end: '02:00' }];
    const special = { day: '2026-12-31', windows, note: 'Party' };
    const added = await business.providers.addSpecialDay(setUp, ada.id, special);
    expect(await business.providers.specialDays(ada.id)).to.deep.equal([{ id: added.id, ...special }]);
    expect(await codeOf(business.providers.addSpecialDay(setUp, ada.id, special))).to.equal('conflict day');
    const elsewhere = { ...special, day: '2027-01-01', windows: [{ ...windows[0]!, locationId: porto }] };
    const refused = business.providers.addSpecialDay(setUp, ada.id, elsewhere);
    expect(await codeOf(refused)).to.equal('invalid_request windows.0.locationId');
    await business.providers.removeSpecialDay(setUp, ada.id, added.id);
    expect(await business.providers.specialDays(ada.id)).to.deep.equal([]);
  });

  it('have absences as instants', async () => {
    const ada = await business.provider({});
    const absence = { startsAt: '2026-06-01T08:00:00Z', endsAt: '2026-06-02T12:30:00Z', note: 'Dentist' };
    const added = await business.providers.addAbsence(setUp, ada.id, absence);
    expect(await business.providers.absences(ada.id)).to.deep.equal([{ id: added.id, ...absence }]);
    await business.providers.removeAbsence(setUp, ada.id, added.id);
    expect(await business.providers.absences(ada.id)).to.deep.equal([]);
    const body = providerAdminEndpoints['POST /providers/:id/absences'].body;
    expect(body.safeParse({ startsAt: absence.endsAt, endsAt: absence.startsAt }).success).to.equal(false);
  });

  it('keep their special days and absences from each other: a foreign id answers not_found', async () => {
    const ada = await business.provider({});
    const bea = await business.provider({ name: 'Bea' });
    const absence = { startsAt: '2026-06-01T08:00:00Z', endsAt: '2026-06-02T12:30:00Z', note: '' };
    const added = await business.providers.addAbsence(setUp, ada.id, absence);
    const special = await business.providers.addSpecialDay(setUp, ada.id, { day: '2026-07-01', windows: [], note: '' });
    expect(await codeOf(business.providers.removeAbsence(setUp, bea.id, added.id))).to.equal('not_found');
    expect(await codeOf(business.providers.removeSpecialDay(setUp, bea.id, special.id))).to.equal('not_found');
    expect(await business.providers.absences(ada.id)).to.have.length(1);
  });

  it('stand in an order of the business’s own, archived ones too', async () => {
    const before = (await business.providers.list()).map(({ id }) => id);
    await business.providers.order(setUp, before.toReversed());
    expect((await business.providers.list()).map(({ id }) => id)).to.deep.equal(before.toReversed());
    expect(await codeOf(business.providers.order(setUp, before.slice(1)))).to.equal('stale');
    expect(await codeOf(business.providers.order(setUp, [...before, before[0]!]))).to.equal(
      `invalid_request ids.${before.length}`,
    );
  });

  it('share closures, of a location or of all', async () => {
    const all = { locationId: null, firstDay: '2026-12-24', lastDay: '2026-12-26', name: 'Christmas' };
    const one = { locationId: porto, firstDay: '2026-06-24', lastDay: '2026-06-24', name: 'São João' };
    const christmas = await business.providers.addClosure(setUp, all);
    const saoJoao = await business.providers.addClosure(setUp, one);
    expect(await business.providers.closures()).to.deep.equal([saoJoao, christmas]);
    const nowhere = business.providers.addClosure(setUp, { ...one, locationId: 999_999 });
    expect(await codeOf(nowhere)).to.equal('invalid_request locationId');
    await business.providers.removeClosure(setUp, christmas.id);
    expect(await business.providers.closures()).to.deep.equal([saoJoao]);
    expect(await codeOf(business.providers.removeClosure(setUp, christmas.id))).to.equal('not_found');
  });

  it('can be removed with all that is theirs, unless somebody ever booked them', async () => {
    const ada = await business.provider({ locations: [baixa], services: [{ serviceId: cut }] });
    await business.providers.replaceWeek(setUp, ada.id, { windows: [monday(baixa, '09:00', '12:00')] });
    const { resource_id: resourceId } = await database.db('providers').where({ id: ada.id }).first('resource_id');
    const times = { starts_at: 1, ends_at: 2, busy_from: 1, busy_to: 2, created_at: 0 };
    const ids = { resource_id: resourceId, service_id: cut, provider_id: ada.id, location_id: baixa };
    await database.db('appointments').insert({ ...ids, ...times, capacity: 1, status: 'confirmed' });
    expect(await codeOf(business.providers.remove(setUp, ada.id))).to.equal('in_use');
    await database.db('appointments').where({ provider_id: ada.id }).delete();
    await business.providers.remove(setUp, ada.id);
    expect(await codeOf(business.providers.get(ada.id))).to.equal('not_found');
    expect(await database.db('calendars').where({ resource_id: resourceId })).to.deep.equal([]);
  });

  it('answer not_found for everything of a provider who is not there', async () => {
    expect(await codeOf(business.providers.week(999_999))).to.equal('not_found');
    expect(await codeOf(business.providers.absences(999_999))).to.equal('not_found');
    expect(await codeOf(business.providers.specialDays(999_999))).to.equal('not_found');
    expect(await codeOf(business.providers.replaceWeek(setUp, 999_999, { windows: [] }))).to.equal('not_found');
    expect(await codeOf(business.providers.change(setUp, 999_999, { name: 'x' }))).to.equal('not_found');
    expect(await codeOf(business.providers.remove(setUp, 999_999))).to.equal('not_found');
  });
});
