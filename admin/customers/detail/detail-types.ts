import type { AdminApi } from '../../../server/api.js';

export type CustomerRecord = AdminApi['GET /customers/:number']['answer'];
export type Overview = AdminApi['GET /customers/:number/overview']['answer'];
export type CustomerAppointment = AdminApi['GET /customers/:number/appointments']['answer']['items'][number];
export type SummaryKind = AdminApi['GET /customers/:number/appointments']['query']['kind'];
export type ActivityEntry = AdminApi['GET /customers/:number/activity']['answer']['items'][number];
export type CustomerNote = AdminApi['GET /customers/:number/notes']['answer']['items'][number];
