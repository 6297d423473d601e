import type { PublicApi } from '../../server/api.js';
import type { Api } from '../kit/api.js';
import type { Words } from '../kit/words.js';
import type { en } from '../locales/en.js';

export type Site = PublicApi['GET /site']['answer'];
export type Catalog = PublicApi['GET /catalog']['answer'];
export type Service = Catalog['services'][number];
export type Availability = PublicApi['GET /availability']['answer'];
export type Slot = Availability['days'][string][number];
export type OwnBooking = PublicApi['GET /bookings/:reference']['answer'];
export type NewBooking = PublicApi['POST /bookings']['body'];
export type Booked = PublicApi['POST /bookings']['answer'];
export type BookingApi = Api<PublicApi>;
export type BookingWords = Words<typeof en>;
