import { expect } from 'chai';
import { contact } from '../../server/bookings/schema.js';
import { catalogAdminEndpoints } from '../../server/catalog/schema.js';
import type { Row } from '../../server/db/rows.js';
import { fromRow } from '../../server/db/rows.js';
import { bookingRows } from '../../server/demo/booking-rows.js';
import { businessOf, weeklyWindows } from '../../server/demo/business-of.js';
import { catalogRows } from '../../server/demo/catalog-rows.js';
import { locationId } from '../../server/demo/house.js';
import { planDemo } from '../../server/demo/plan.js';
import { demoProviders, locationsOf, providerId } from '../../server/demo/team.js';
import { timeOffAround } from '../../server/demo/time-off.js';
import { DAY, localDay, parseDay, weekdayOf } from '../../server/lib/time-zone.js';
import { faultOfWeeks } from '../../server/providers/hours-rules.js';
import { providerAdminEndpoints } from '../../server/providers/schema.js';

const today = parseDay('2026-03-18')!;
const fields = (row: Row, booleans: string[] = []) => {
  const { id: _, ...rest } = fromRow<Record<string, unknown>>(row, { booleans });
  return rest;
};

describe('what the demo is made of', () => {
  const rows = catalogRows(timeOffAround(today));

  it('could have been typed by staff: locations, categories, services, providers', () => {
    for (const row of rows['locations']!) catalogAdminEndpoints['POST /locations'].body.parse(fields(row));
    for (const row of rows['categories']!) catalogAdminEndpoints['POST /categories'].body.parse(fields(row));
    for (const row of rows['services']!)
      catalogAdminEndpoints['POST /services'].body.parse(fields(row, ['needsApproval']));
    for (const row of rows['providers']!) {
      const { resourceId: _, ...provider } = fields(row);
      providerAdminEndpoints['POST /providers'].body.parse({ ...provider, locations: [], services: [] });
    }
    for (const row of rows['closures']!) providerAdminEndpoints['POST /closures'].body.parse(fields(row));
  });

  it('could have been typed by visitors: every contact and note', () => {
    const { bookings } = bookingRows(planDemo(today * DAY), () => '');
    for (const row of bookings!) {
      const { firstName, lastName, email, phone, note } = fromRow<Record<string, unknown>>(row);
      contact.parse({ firstName, lastName, email: email ?? 'desk@mare.example', phone, note });
    }
    expect(bookings!.filter((row) => row['note'] !== '').length).to.be.within(
      bookings!.length * 0.1,
      bookings!.length * 0.35,
    );
    expect(new Set(bookings!.map((row) => row['reference'])).size).to.equal(bookings!.length);
  });

  it('has weekly hours that fit together', () => {
    for (const provider of demoProviders) {
      const windows = weeklyWindows(provider).map(({ start, end, ...rest }) => ({
        ...rest,
        week: 0,
        startMinute: start,
        endMinute: end,
      }));
      expect(faultOfWeeks(windows, 1, new Set(locationsOf(provider).map(locationId))), provider.name).to.equal(null);
    }
  });

  it('interrupts hours that would have been worked, whatever weekday it is today', () => {
    for (let day = today; day < today + 7; day += 1) {
      const timeOff = timeOffAround(day);
      const { providers } = businessOf(timeOff);
      const works = (key: (typeof demoProviders)[number]['key'], on: number, at: string) =>
        providers[providerId(key) - 1]!.hours.weekly.some(
          (window) => window.weekday === weekdayOf(on) && window.locationId === (at === 'azores' ? 2 : 1),
        );
      for (const { provider, day: special, location } of timeOff.specialDays)
        expect(works(provider, special, location), `special day of ${provider}`).to.equal(true);
      for (const { provider, startsAt, endsAt } of timeOff.absences) {
        const days = Array.from(
          { length: Math.ceil((endsAt - startsAt) / DAY) },
          (_, at) => localDay('Europe/Lisbon', startsAt) + at,
        );
        expect(
          days.some((on) => works(provider, on, provider === 'lucia' ? 'azores' : 'lisbon')),
          `absence of ${provider}`,
        ).to.equal(true);
      }
      const local = timeOff.closures.find((closure) => closure.location === 'azores')!;
      expect(works('lucia', local.firstDay, 'azores'), 'the local closure').to.equal(true);
    }
  });
});
