import type { Db } from '../../server/db/connect.js';

/** Pairs of active appointments of one calendar whose busy times overlap: what must never be (FAULTS I2). */
export async function doubleBookings(db: Db): Promise<[number, number][]> {
  const rows: { id: number; resource_id: number; busy_from: number; busy_to: number }[] = await db('appointments')
    .whereIn('status', ['pending', 'confirmed'])
    .orderBy(['resource_id', 'busy_from'])
    .select('id', 'resource_id', 'busy_from', 'busy_to');
  const found: [number, number][] = [];
  rows.forEach((row, index) => {
    for (let at = index + 1; at < rows.length; at += 1) {
      const later = rows[at]!;
      if (later.resource_id !== row.resource_id || later.busy_from >= row.busy_to) break;
      found.push([row.id, later.id]);
    }
  });
  return found;
}

/** Appointments with more persons than places (FAULTS I2). */
export async function overfull(db: Db): Promise<number[]> {
  const rows = await db('appointments')
    .join('booking_items', 'booking_items.appointment_id', 'appointments.id')
    .whereIn('booking_items.status', ['pending', 'confirmed'])
    .groupBy('appointments.id', 'appointments.capacity')
    .havingRaw('SUM(booking_items.persons) > appointments.capacity')
    .select('appointments.id');
  return rows.map((row: { id: number }) => row.id);
}
