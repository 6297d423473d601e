import { randomUUID } from 'node:crypto';
import type { Db } from '../../server/db/connect.js';
import type { Clock } from '../../server/lib/clock.js';
import type { CallOptions, TestAnswer } from './app.js';
import { aBusiness, setUp } from './business.js';

/** The hours of a day as the admin API takes them. */
export const everyDay = (locationId: number, start = '09:00', end = '17:00') =>
  [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, locationId, start, end }));

/** A small shop in Lisbon: Ada and Bea, who both cut hair, open every day from nine to five. */
export async function aShop(db: Db, clock: Clock, service: object = {}) {
  const business = aBusiness(db, clock);
  const category = await business.category();
  const location = await business.location();
  const haircut = await business.service({
    categoryId: category.id,
    durationMinutes: 60,
    stepMinutes: 60,
    leadMinutes: 0,
    horizonDays: 365,
    ...service,
  });
  const hire = async (name: string, serviceIds: number[] = [haircut.id]) => {
    const provider = await business.provider({
      name,
      email: `${name.toLowerCase()}@example.com`,
      locations: [location.id],
      services: serviceIds.map((serviceId) => ({ serviceId })),
    });
    await business.providers.replaceWeek(setUp, provider.id, { windows: everyDay(location.id) });
    return provider;
  };
  const ada = await hire('Ada');
  const bea = await hire('Bea');
  return { ...business, category, location, haircut, hire, ada, bea };
}

export type Shop = Awaited<ReturnType<typeof aShop>>;

type Call = (method: string, path: string, options?: CallOptions) => Promise<TestAnswer>;

/** The body of Ben's booking of one haircut, or what is wished otherwise. */
export async function bookingBody(
  call: Call,
  shop: Pick<Shop, 'haircut' | 'location'>,
  wish: Record<string, unknown> = {},
): Promise<Record<string, unknown>> {
  const { body: site } = await call('GET', '/api/v1/site');
  return {
    services: [shop.haircut.id],
    start: '2026-12-01T10:00:00Z',
    location: shop.location.id,
    quotedMinor: shop.haircut.priceMinor * Number(wish['persons'] ?? 1),
    contact: { firstName: 'Ben', lastName: 'Miller', email: 'ben@example.com', phone: '+351 912 345 678' },
    acceptedTerms: site.termsVersion,
    timezone: 'Europe/Lisbon',
    language: 'en',
    ...wish,
  };
}

/** Books through the public door. */
export async function bookOver(
  call: Call,
  shop: Pick<Shop, 'haircut' | 'location'>,
  wish: Record<string, unknown> = {},
  key: string = randomUUID(),
): Promise<TestAnswer> {
  return call('POST', '/api/v1/bookings', {
    body: await bookingBody(call, shop, wish),
    headers: { 'idempotency-key': key },
  });
}
