import { transact } from '../../server/db/transact.js';
import { sha256 } from '../../server/lib/ids.js';
import { aCustomer } from '../customers/a-customer.js';
import type { TestApp } from '../support/app.js';
import { startApp } from '../support/app.js';
import type { TestClock } from '../support/clock.js';
import { clockAt } from '../support/clock.js';
import type { TestDatabase } from '../support/databases.js';
import type { Shop } from '../support/shop.js';
import { aShop } from '../support/shop.js';
import { aMember } from '../support/team.js';

/**
 * What routes are about, with the states that such a thing can be in. `own` belongs to Ada, whose accounts `provider` and `stylist`
 * are; `foreign` to Bea. A `trashed` customer is Ada's. Of imports, exports, bulk operations and merges, which belong to who made
 * them, what is not there stands for all that is not theirs: their own tests try the rest.
 */
export const objects = {
  nothing: 'any',
  customer: 'own foreign trashed missing',
  note: 'own foreign trashed missing',
  customerLogin: 'own foreign trashed missing',
  pair: 'own foreign trashed missing',
  booking: 'own foreign missing',
  appointment: 'own foreign missing',
  draftInvoice: 'own foreign missing',
  discardedInvoice: 'own foreign missing',
  issuedInvoice: 'own foreign missing',
  paidInvoice: 'own foreign missing',
  missing: 'missing',
  category: 'there missing',
  location: 'there missing',
  service: 'there missing',
  provider: 'there missing',
  specialDay: 'there missing',
  absence: 'there missing',
  closure: 'there missing',
  message: 'there missing',
  account: 'there missing',
  role: 'there missing',
} as const;
export type ObjectKind = keyof typeof objects;

/** One object with all that a path or a body may need of it. What it doesn't have is nobody's. */
export interface Target {
  number: number;
  /** Another customer in the same state. */
  other: number;
  reference: string;
  id: number | string;
  itemId: number;
  /** The row of an import. */
  row: number;
}

/** What a service needs beside its name and its category. */
export const aCut = { durationMinutes: 30, priceMinor: 100, currency: 'EUR' };

const nobody: Target = {
  number: 999_999,
  other: 999_998,
  reference: '3333-3333',
  id: 999_999,
  itemId: 999_999,
  row: 999_999,
};

export interface Scene {
  app: TestApp;
  clock: TestClock;
  shop: Shop;
  make(kind: ObjectKind, state: string): Promise<Target>;
  stop(): Promise<void>;
}

export async function aScene({ db, folder }: TestDatabase): Promise<Scene> {
  const clock = clockAt('2026-11-24T08:00:00Z');
  const app = await startApp({ db, folder, clock });
  const shop = await aShop(db, clock);
  let count = 0;
  const at = clock.now();

  /** A customer who has booked with one of the two, without the way through the public door. */
  async function customer(state: string): Promise<Target> {
    const lap = next();
    const person = { firstName: 'Ana', lastName: `Silva ${lap}`, email: `ana.${lap}@example.com` };
    const more = { newsletter: 1, ...(state === 'trashed' ? { status: 'trashed', trashed_at: at } : {}) };
    const number = await aCustomer(db, { ...person, more });
    const reference = `KKKK-${String(lap)
      .padStart(4, '0')
      .replace(/[0-9]/g, (digit) => 'ACDEFGHJKM'[Number(digit)]!)}`;
    const provider = state === 'foreign' ? shop.bea : shop.ada;
    // Who is in the trash has nothing coming: else it couldn't be erased.
    const first = state === 'trashed' ? '2026-01-01T10:00:00Z' : '2026-12-01T10:00:00Z';
    const start = Date.parse(first) + lap * 3_600_000;
    const time = { starts_at: start, ends_at: start + 3_600_000, busy_from: start, busy_to: start + 3_600_000 };
    const place = { resource_id: provider.id, service_id: shop.haircut.id, provider_id: provider.id };
    const id = await transact(db, async (tx) => {
      const [appointmentId] = await tx('appointments').insert({
        ...{ ...time, ...place, location_id: shop.location.id, capacity: 1, status: 'pending', created_at: at },
      });
      const [bookingId] = await tx('bookings').insert({
        ...{ reference, manage_token_hash: sha256(reference), customer_id: number, email: person.email, note: '' },
        ...{
          first_name: 'Ana',
          last_name: person.lastName,
          language: 'en',
          time_zone: 'Europe/Lisbon',
          source: 'widget',
        },
        ...{ total_minor: 3500, currency: 'EUR', created_at: at },
      });
      await tx('booking_items').insert({
        ...{ booking_id: bookingId, appointment_id: appointmentId, persons: 1, price_minor: 3500 },
        ...{ status: 'pending', created_at: at },
      });
      return Number(appointmentId);
    });
    return { ...nobody, number, other: number, reference, id };
  }

  async function note(state: string): Promise<Target> {
    const target = await customer(state);
    const [id] = await db('customer_notes').insert({
      ...{ customer_id: target.number, text: 'Likes tea', position: 0, created_at: at, updated_at: at },
    });
    return { ...target, id: Number(id) };
  }

  async function customerLogin(state: string): Promise<Target> {
    const target = await customer(state);
    const email = `login.${next()}@example.com`;
    const [id] = await db('logins').insert({ email, email_key: email, created_at: at, created_by: 'account:1' });
    await db('customers').where({ id: target.number }).update({ login_id: id });
    return target;
  }

  const owner = await app.signIn();
  async function post(path: string, body: object): Promise<Target> {
    const answer = await app.call('POST', `/api/v1/admin${path}`, { body, cookie: owner });
    if (answer.status !== 201) throw new Error(`${path}: ${answer.text}`);
    return { ...nobody, id: answer.body.id };
  }
  /** An invoice of a customer's booking, brought as far as each step takes it. */
  const invoice =
    (...steps: [method: string, path: string, body?: object][]) =>
    async (state: string): Promise<Target> => {
      const target = await customer(state);
      const { id } = await post(`/bookings/${target.reference}/invoices`, {});
      for (const [method, path, body] of steps) {
        const more = { cookie: owner, ...(body ? { body } : {}) };
        const answer = await app.call(method, `/api/v1/admin/invoices/${id}${path}`, more);
        if (answer.status >= 300) throw new Error(`${path}: ${answer.text}`);
      }
      return { ...target, id };
    };
  const issued: [string, string, object] = ['POST', '/issue', { version: 1 }];
  const hire = (): Promise<Target> => post('/providers', { name: `Cleo ${next()}`, locations: [shop.location.id] });
  async function itemOf(path: string, body: object): Promise<Target> {
    const { id } = await hire();
    return { ...nobody, id, itemId: Number((await post(`/providers/${id}/${path}`, body)).id) };
  }
  const next = (): number => {
    count += 1;
    return count;
  };

  async function message(): Promise<Target> {
    const [outboxId] = await db('outbox').insert({ event: 'test', payload: '{}', created_at: at, relayed_at: at });
    const [id] = await db('messages').insert({
      ...{ outbox_id: outboxId, template: 'test', audience: 'customer', recipient: 'ana@example.com' },
      ...{
        recipient_name: 'Ana',
        message_id: `<${next()}@example.com>`,
        subject: 'Hello',
        text: 'Hello',
        html: 'Hello',
      },
      ...{ state: 'dead', due_at: at, created_at: at },
    });
    return { ...nobody, id: Number(id) };
  }

  const makers: Record<ObjectKind, (state: string) => Promise<Target>> = {
    nothing: async () => nobody,
    missing: async () => nobody,
    customer,
    booking: customer,
    appointment: customer,
    draftInvoice: invoice(),
    discardedInvoice: invoice(['DELETE', '']),
    issuedInvoice: invoice(issued),
    paidInvoice: invoice(issued, ['POST', '/payment', { day: '2026-11-24', method: 'card' }]),
    note,
    customerLogin,
    pair: async (state) => ({ ...(await customer(state)), other: (await customer(state)).number }),
    category: () => post('/categories', { name: `Hair ${next()}` }),
    location: () => post('/locations', { name: `Baixa ${next()}`, timeZone: 'Europe/Lisbon' }),
    service: () => post('/services', { name: `Cut ${next()}`, categoryId: shop.category.id, ...aCut }),
    provider: hire,
    specialDay: () => itemOf('special-days', { day: '2026-12-24', windows: [] }),
    absence: () => itemOf('absences', { startsAt: '2027-02-01T09:00:00Z', endsAt: '2027-02-01T10:00:00Z' }),
    closure: () => post('/closures', { firstDay: '2027-03-01', lastDay: '2027-03-01', name: 'Holiday' }),
    message,
    account: async () => ({ ...nobody, id: (await aMember(db, clock, { name: `M ${next()}`, role: 'provider' })).id }),
    role: () => post('/roles', { name: `Role ${next()}`, permissions: [] }),
  };
  return {
    app,
    clock,
    shop,
    make: (kind, state) => (state === 'missing' ? Promise.resolve(nobody) : makers[kind](state)),
    stop: () => app.stop(),
  };
}
