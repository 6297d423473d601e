import type { AdminApi } from '../../../server/api.js';

export type CustomerRecord = AdminApi['GET /customers/:number']['answer'];
export type RecordSettings = AdminApi['GET /settings']['answer'];

/** Somebody who may be the same person, as the refusal of a new customer names them. */
export interface Duplicate {
  number: number;
  name: string;
  email: string | null;
  phone: string | null;
  reason: 'email' | 'phone' | 'name';
}
