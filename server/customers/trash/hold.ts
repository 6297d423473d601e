import type { Tx } from '../../db/connect.js';

/** Holds a customer's row until the transaction ends: what is read of it afterwards is what will be when it commits. */
export async function holdCustomer(tx: Tx, number: number): Promise<void> {
  await tx('customers').where({ id: number }).forUpdate().first('id');
}
