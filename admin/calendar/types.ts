import type { AdminApi } from '../admin-api.js';
import type { Piece } from './zone-day.js';

export type CalendarAnswer = AdminApi['GET /calendar']['answer'];
export type CalendarEvent = CalendarAnswer['events'][number];
export type CalendarProvider = CalendarAnswer['providers'][number];

/** A stretch of real time in epoch milliseconds. */
export interface Span {
  from: number;
  to: number;
}

/** One column of the grid: a date, of one provider or of all that are shown. */
export interface Column {
  key: string;
  day: string;
  pieces: readonly Piece[];
  /** null: several share the column. */
  provider: CalendarProvider | null;
  events: readonly CalendarEvent[];
}
