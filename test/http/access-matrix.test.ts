import { expect } from 'chai';
import { adminTable, publicTable } from '../../server/api.js';
import type { Endpoint } from '../../server/lib/endpoint.js';
import type { Permission } from '../../server/lib/permissions.js';
import { permissions } from '../../server/lib/permissions.js';
import type { TestAnswer } from '../support/app.js';
import { eachDatabase } from '../support/databases.js';
import { dumpOf } from '../support/dump.js';
import { sampleOf } from '../support/samples.js';
import type { SignedInMember } from '../support/team.js';
import { aMember, aSession } from '../support/team.js';
import { businessAccess } from './access-business.js';
import { customerAccess } from './access-customers.js';
import { invoiceAccess } from './access-invoices.js';
import type { Scene, Target } from './access-objects.js';
import { aScene, objects } from './access-objects.js';
import { publicAccess } from './access-public.js';
import type { AccessRow, AccessTable, ActorName } from './access-row.js';
import { actors } from './access-row.js';

/*
 * Who may call what, and about whose (DESIGN, section 10). The tables are access-public.ts, access-business.ts,
 * access-customers.ts and access-invoices.ts; a route without a row in one of them fails the build. What is refused leaves the database as it was, one row
 * in the trail for what an account may not do, and the same answer for what is somebody else's and what is not there (ATTACKS,
 * oracles 2 to 4).
 */
const table: AccessTable = { ...publicAccess, ...businessAccess, ...customerAccess, ...invoiceAccess };

const routes = new Map<string, { endpoint: Endpoint; base: string }>([
  ...Object.entries(publicTable as Record<string, Endpoint>).map(
    ([key, endpoint]) => [key, { endpoint, base: '/api/v1' }] as const,
  ),
  ...Object.entries(adminTable as Record<string, Endpoint>).map(
    ([key, endpoint]) => [`admin ${key}`, { endpoint, base: '/api/v1/admin' }] as const,
  ),
]);

/** Everything that a manager may, about Ada's customers and appointments alone. */
const notForStylists = [
  'appointments.view_all',
  'customers.view_all',
  'accounts.view',
  'accounts.edit',
  'settings.edit',
];
const stylistMay: Permission[] = permissions.filter((permission) => !notForStylists.includes(permission));

describe('the access matrix', () => {
  it('has a row for every route, and no row without one', () => {
    expect(Object.keys(table).sort()).to.deep.equal([...routes.keys()].sort());
  });

  it('names a status for each state of each object', () => {
    for (const [key, row] of Object.entries(table))
      for (const actor of actors)
        if (row[actor]) expect(row[actor]!.split(' '), `${key}: ${actor}`).to.have.length(statesOf(row).length);
  });
});

/** Routes that change nothing of the business: questions asked by POST, tickets that open nothing by themselves, what one has read. */
const ofNoConsequence = [
  'admin POST /providers/:id/impact',
  'admin POST /closures/impact',
  'admin POST /invoices/:id/amounts',
  'admin POST /mail-previews',
  'admin POST /newsletters/recipients',
  'admin POST /notices/read',
  'admin POST /password-link',
  'admin POST /first-run/link',
  'admin POST /settings/file/comparison',
  'admin POST /customer-exports',
  'admin PATCH /customers/imports/:id',
  'admin PATCH /customers/imports/:id/rows/:row',
  'admin POST /customers/imports/:id/check',
];
/** Routes that change something only after others did, each with the row that it leaves: test/audit/deeds.test.ts and their own tests. */
const recordedElsewhere: Record<string, string> = {
  'POST /bookings': 'booking.created',
  'POST /bookings/:reference/cancellation': 'booking.cancelled',
  'POST /newsletter-choices': 'customer.changed',
  'POST /unsubscribe/:token': 'customer.changed',
  'admin POST /bookings': 'booking.created',
  'admin POST /appointments/bulk': 'booking.completed',
  'admin POST /bookings/:reference/restoration': 'booking.restored',
  'admin POST /bookings/:reference/attendance': 'booking.completed',
  'admin POST /session': 'account.signed_in',
  'admin POST /first-run': 'setup.completed',
  'admin POST /demo/clearing': 'demo.cleared',
  'admin POST /account/password': 'account.password_changed',
  'admin DELETE /account/sessions/:id': 'account.sessions_ended',
  'admin POST /accounts/:id/invitation': 'account.invited',
  'admin POST /password-link/password': 'account.joined',
  'admin POST /customers/:number/disclosure': 'customer.disclosed',
  'admin PATCH /providers/:id/calendar-link': 'provider.calendar_link_changed',
  'admin DELETE /providers/:id/calendar-link': 'provider.calendar_link_removed',
  'admin PUT /customers/:number/picture': 'customer.picture_changed',
  'admin DELETE /customers/:number/picture': 'customer.picture_removed',
  'admin POST /customers/:number/notes/:id/restoration': 'customer.note_restored',
  'admin PUT /customers/:number/notes/order': 'customer.note_reordered',
  'admin PATCH /extras/:id': 'extra.changed',
  'admin DELETE /extras/:id': 'extra.removed',
  'admin PUT /categories/order': 'category.reordered',
  'admin PUT /locations/order': 'location.reordered',
  'admin PUT /services/:id/providers': 'service.providers_changed',
  'admin PUT /providers/order': 'provider.reordered',
  'admin PUT /providers/:id/picture': 'provider.changed',
  'admin DELETE /providers/:id/picture': 'provider.changed',
  'admin PUT /services/:id/picture': 'service.changed',
  'admin DELETE /services/:id/picture': 'service.changed',
  'admin POST /customers/bulk/:id/undo': 'customers.bulk_undone',
  'admin POST /customers/merges/:id/undo': 'customer.merge_undone',
  'admin DELETE /customers/imports/:id': 'customer.import_discarded',
  'admin POST /customers/imports/:id/run': 'customer.import_started',
  'admin POST /customers/imports/:id/undo': 'customer.import_undo_asked',
};

interface Cell {
  actor: ActorName;
  state: string;
  status: number;
  target: Target;
}

const statesOf = ({ object }: AccessRow): string[] => objects[object].split(' ');
const refusal = (actor: ActorName): number => (actor === 'visitor' ? 401 : 403);

eachDatabase('who may call what (S02, S04, S11, S13, S15)', (database) => {
  let scene: Scene;
  const members = new Map<ActorName, SignedInMember>();
  /** Routes of which a call that was let in left a row in the trail. */
  const recorded = new Set<string>();
  let lap = 0;
  before(async () => {
    scene = await aScene(database);
    const { db } = database;
    const { clock, shop } = scene;
    const providerId = shop.ada.id;
    const wishes = {
      guest: { role: 'own', permissions: [] },
      provider: { role: 'provider', providerId },
      stylist: { role: 'own', permissions: stylistMay, providerId },
      receptionist: { role: 'receptionist' },
      manager: { role: 'manager' },
      owner: { role: 'owner' },
    };
    for (const [name, wish] of Object.entries(wishes))
      members.set(name as ActorName, await aMember(db, clock, { name, ...wish }));
  });
  after(() => scene.stop());

  for (const [key, { endpoint, base }] of routes) {
    const row = table[key];
    if (!row) continue;

    const call = async ({ actor, target }: Cell): Promise<TestAnswer> => {
      lap += 1;
      const [method = '', path = ''] = key.replace('admin ', '').split(' ');
      const filled = path.replace(/:(\w+)/g, (_, name: string) =>
        String(target[name as keyof Target] ?? 'x'.repeat(43)),
      );
      const query = typeof row.query === 'function' ? row.query(target) : (row.query ?? '');
      const sent = typeof row.body === 'function' ? row.body(target, lap) : row.body;
      const member = members.get(actor);
      // What ends sessions gets one of its own.
      const cookie =
        /session/.test(key) && member ? await aSession(database.db, scene.clock, member.id) : member?.cookie;
      return scene.app.call(method, `${base}${filled}${query}`, {
        ...(endpoint.body ? { body: sent ?? sampleOf(endpoint.body) } : {}),
        ...(endpoint.upload ? { body: row.file ?? 'a file' } : {}),
        ...(row.form ? { body: row.form } : {}),
        ...(cookie ? { cookie } : {}),
        headers: {
          'idempotency-key': `the-key-of-a-matrix-${String(lap).padStart(10, '0')}`,
          ...(row.form ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
          ...(endpoint.upload ? { 'content-type': endpoint.upload.media[0]! } : {}),
        },
      });
    };
    const trail = async (): Promise<number> =>
      Number((await database.db('audit').max({ last: 'id' }).first())?.last ?? 0);
    const denials = async (): Promise<number> =>
      (await database.db('audit').where({ action: 'access.denied' }).select('id')).length;

    it(`${key}: ${wordsOf(row)}`, async () => {
      await database.db('rate_limits').delete();
      // Some routes end sessions, also those of the tests before.
      for (const member of members.values()) member.cookie = await aSession(database.db, scene.clock, member.id);
      const states = statesOf(row);
      const cells: Cell[] = [];
      const shared = new Map<string, Target>();
      for (const actor of actors)
        for (const [index, state] of states.entries()) {
          const status = Number(row[actor]?.split(' ')[index] ?? refusal(actor));
          // What changes nothing can share its object.
          if (status >= 400 && !shared.has(state)) shared.set(state, await scene.make(row.object, state));
          const target = status >= 400 ? shared.get(state)! : await scene.make(row.object, state);
          cells.push({ actor, state, status, target });
        }

      const before = await dumpOf(database.db);
      const denied = await denials();
      const refused = cells.filter(({ status }) => status >= 400);
      const missing = new Map<ActorName, string>();
      for (const cell of refused.toReversed()) {
        const { actor, state, status } = cell;
        const answer = await call(cell);
        const hint = `${actor}, ${state}: ${answer.text}`;
        expect(answer.status, hint).to.equal(status);
        if (status === 403 || (status === 401 && actor === 'visitor' && endpoint.who !== 'anyone'))
          expect(answer.body.error.code, hint).to.equal(status === 403 ? 'forbidden' : 'not_signed_in');
        if (status !== 404) continue;
        if (!missing.has(actor)) missing.set(actor, plain(answer));
        expect(plain(answer), `${hint}: as what is not there`).to.equal(missing.get(actor));
      }
      expect(await dumpOf(database.db), 'what is refused changes nothing').to.deep.equal(before);
      const forbidden = refused.filter(({ status }) => status === 403).length;
      expect((await denials()) - denied, 'one row in the trail for each').to.equal(forbidden);

      for (const cell of cells.filter(({ status }) => status < 400)) {
        const rows = await trail();
        const answer = await call(cell);
        expect(answer.status, `${cell.actor}, ${cell.state}: ${answer.text.slice(0, 300)}`).to.equal(cell.status);
        if ((await trail()) > rows) recorded.add(key);
      }
    });
  }

  it('S116 leaves a row in the trail for whatever it changes', () => {
    const mutating = [...routes.keys()].filter((key) => !/(?:^|admin )GET /.test(key));
    const silent = mutating.filter((key) => !recorded.has(key));
    expect(silent.sort()).to.deep.equal([...ofNoConsequence, ...Object.keys(recordedElsewhere)].sort());
  });
});

/** An answer without what is never the same. */
function plain({ status, text, headers }: TestAnswer): string {
  return JSON.stringify([status, text, [...headers].filter(([name]) => !['x-request-id', 'date'].includes(name))]);
}

/** `provider 200 404 404 404, manager …`, for the title. */
function wordsOf(row: AccessRow): string {
  return `${statesOf(row).join(' ')}: ${actors
    .filter((actor) => row[actor])
    .map((actor) => `${actor} ${row[actor]}`)
    .join(', ')}`;
}
