import type { ItemStatus } from '../lib/statuses.js';

/** What can be noted of a visit; `confirmed` takes the note back. */
export const attendances = ['completed', 'no_show', 'confirmed'] as const;
export type Attendance = (typeof attendances)[number];

/** Of which statuses something can be noted. */
export const markable: readonly ItemStatus[] = ['confirmed', 'completed', 'no_show'];
