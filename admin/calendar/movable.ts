import type { CalendarEvent } from './types.js';

/** What is over or cancelled stays where it is. */
export const isMovable = ({ status }: CalendarEvent): boolean => status === 'pending' || status === 'confirmed';
