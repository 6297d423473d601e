import { barber, beauty, hair } from './care.js';
import { dentist, physio } from './health.js';
import type { Kind } from './kind.js';
import { consulting, tutoring, yoga } from './teaching.js';

/** The ready catalogues, in the order in which they are offered. */
export const kinds: readonly Kind[] = [hair, barber, beauty, physio, dentist, tutoring, consulting, yoga];
