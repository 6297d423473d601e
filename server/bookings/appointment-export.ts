import type { ColumnKind } from '../customers/export/columns.js';
import { csvLines } from '../customers/export/csv-line.js';
import { transact } from '../db/transact.js';
import type { Actor } from '../lib/actor.js';
import type { Download } from '../lib/endpoint.js';
import { formatInstant } from '../lib/time-zone.js';
import type { AppointmentFilter } from './appointment-list.js';
import { matchingAppointments, readAppointments } from './appointment-list.js';
import type { AppointmentRow } from './appointment-row.js';
import type { BookingDeps } from './deps.js';

/** The columns of the file, in order: one row for each place. Heads stay English, as in the customers' file. */
const columns: readonly [head: string, kind: ColumnKind, value: (row: AppointmentRow, place: Place) => Value][] = [
  ['Reference', 'text', (_, place) => place.reference],
  ['Start', 'text', (row) => row.start],
  ['End', 'text', (row) => row.end],
  ['Time zone', 'text', (row) => row.location.timeZone],
  ['Service', 'text', (row) => row.service.name],
  ['Provider', 'text', (row) => row.provider.name],
  ['Location', 'text', (row) => row.location.name],
  ['Status', 'text', (_, place) => place.status],
  ['Persons', 'plain', (_, place) => place.persons],
  ['Price (minor units)', 'plain', (_, place) => place.priceMinor],
  ['Currency', 'text', (_, place) => place.currency],
  ['Customer number', 'plain', (_, place) => place.customer.id],
  ['Customer', 'text', (_, place) => place.customer.name],
  ['E-mail', 'text', (_, place) => place.email],
  ['Telephone', 'text', (_, place) => place.phone],
  ['Note', 'text', (_, place) => place.note],
  ['Source', 'text', (_, place) => place.source],
  ['Booked at', 'text', (_, place) => place.createdAt],
];
type Place = AppointmentRow['bookings'][number];
type Value = string | number | null;

const batch = 500;

/** A list of appointments as a file, read piece by piece along their ids. Cells that could be formulas are guarded (ATTACKS S91). */
export async function exportAppointments(
  deps: BookingDeps,
  actor: Actor,
  filter: AppointmentFilter,
): Promise<Download> {
  const at = deps.clock.now();
  const { q, scope, ...told } = filter;
  await transact(deps.db, (tx) =>
    deps.record(tx, [
      {
        at,
        actor,
        action: 'appointments.exported',
        subject: 'appointments',
        values: { ...told, searched: Boolean(q) },
      },
    ]),
  );
  return {
    media: 'text/csv; charset=utf-8; header=present',
    fileName: `appointments-${formatInstant(at).slice(0, 10)}.csv`,
    body: linesOf(deps, filter),
  };
}

async function* linesOf({ db }: BookingDeps, filter: AppointmentFilter): AsyncGenerator<string> {
  const kinds = columns.map(([, kind]) => kind);
  yield `\ufeff${columns.map(([head]) => head).join(',')}\r\n`;
  const { matching } = await matchingAppointments(db, filter);
  for (let after = { start: -(2 ** 52), id: 0 }; ; ) {
    // Along start and id, so that rows that come and go meanwhile shift nothing.
    const ids: { id: number; starts_at: number }[] = await matching()
      .where('appointments.starts_at', '>=', after.start)
      .where((later) =>
        later.where('appointments.starts_at', '>', after.start).orWhere('appointments.id', '>', after.id),
      )
      .orderBy(['appointments.starts_at', 'appointments.id'])
      .limit(batch)
      .select('appointments.id', 'appointments.starts_at');
    const rows = await readAppointments(
      db,
      ids.map(({ id }) => id),
      filter.status === 'active',
    );
    const cells = rows.flatMap((row) => row.bookings.map((place) => columns.map(([, , value]) => value(row, place))));
    if (cells.length > 0) yield csvLines(cells, kinds, ',');
    const last = ids.at(-1);
    if (!last || ids.length < batch) return;
    after = { start: last.starts_at, id: last.id };
  }
}
