import type { Db, Tx } from '../../db/connect.js';

export async function linkOf(db: Db, serviceId: number): Promise<string | null> {
  const row: { token: string } | undefined = await db('service_links').where({ service_id: serviceId }).first('token');
  return row?.token ?? null;
}

/** The service that a link opens; null for one that was taken back, or never made. */
export async function serviceOfLink(db: Db, token: string): Promise<number | null> {
  if (!/^[\w-]{43}$/.test(token)) return null;
  const row: { service_id: number } | undefined = await db('service_links').where({ token }).first('service_id');
  return row?.service_id ?? null;
}

export async function keepLink(tx: Tx, serviceId: number, token: string, at: number): Promise<void> {
  await dropLink(tx, serviceId);
  await tx('service_links').insert({ service_id: serviceId, token, created_at: at });
}

export async function dropLink(tx: Tx, serviceId: number): Promise<void> {
  await tx('service_links').where({ service_id: serviceId }).delete();
}
