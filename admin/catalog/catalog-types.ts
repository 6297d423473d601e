import type { AdminApi } from '../../server/api.js';

export type Category = AdminApi['GET /categories']['answer']['items'][number];
export type Service = AdminApi['GET /services']['answer']['items'][number];
export type Location = AdminApi['GET /locations']['answer']['items'][number];
export type Extra = AdminApi['GET /extras']['answer']['items'][number];
export type Provider = AdminApi['GET /providers']['answer']['items'][number];
export type Performer = AdminApi['PUT /services/:id/providers']['answer']['providers'][number];
export type Impact = AdminApi['GET /services/:id/impact']['answer'];
