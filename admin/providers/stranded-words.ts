import type { AdminApi } from '../admin-api.js';

export type Stranded = AdminApi['POST /closures/impact']['answer'];
export type StrandedAppointment = Stranded['items'][number];
export type Thought = AdminApi['POST /providers/:id/impact']['body'];

/** What is done with a stranded appointment once the change is saved: nothing, another provider's id, or cancelled. */
export type Choice = 'keep' | 'cancel' | number;
