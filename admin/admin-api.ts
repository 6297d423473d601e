import type { AdminApi, PublicApi } from '../server/api.js';
import type { Api } from '../widget/kit/api.js';
import { createApi } from '../widget/kit/api.js';

export type { AdminApi };
export type AdminClient = Api<AdminApi>;
export type SignedIn = AdminApi['GET /session']['answer'];
export type Permission = SignedIn['permissions'][number];
export type Site = PublicApi['GET /site']['answer'];
export type TeamAccount = AdminApi['GET /accounts']['answer']['items'][number];
export type Role = AdminApi['GET /roles']['answer']['items'][number];
export type OwnSession = AdminApi['GET /account/sessions']['answer']['items'][number];
export type Provider = AdminApi['GET /providers']['answer']['items'][number];
export type Place = AdminApi['GET /locations']['answer']['items'][number];
export type Service = AdminApi['GET /services']['answer']['items'][number];
export type Closure = AdminApi['GET /closures']['answer']['items'][number];
export type Appointment = AdminApi['GET /appointments']['answer']['items'][number];
export type AppointmentDetail = AdminApi['GET /appointments/:id']['answer'];
export type AppointmentBooking = Appointment['bookings'][number];
export type Customer = AdminApi['GET /customers']['answer']['items'][number];
export type DuplicatePair = AdminApi['GET /customers/duplicates']['answer']['items'][number];
export type MergePreview = AdminApi['GET /customers/:number/merge']['answer'];
export type MailRow = AdminApi['GET /messages']['answer']['items'][number];
export type Mail = AdminApi['GET /messages/:id']['answer'];

/** The session is in a cookie that scripts can't see; it travels to this site alone. */
export const adminApi: AdminClient = createApi<AdminApi>('/api/v1/admin', { credentials: 'same-origin' });
export const publicApi: Api<PublicApi> = createApi<PublicApi>('/api/v1');
