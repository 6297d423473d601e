import type { More } from './more.js';
import type { Action, State } from './state.js';
import type { Times } from './times.js';
import type { BookingApi, BookingWords, Site } from './types.js';
import type { Choice } from './visit.js';

/** What every step works with, handed down as the prop `booking`. */
export interface Booking {
  choice: Choice;
  site: Site;
  state: State;
  words: BookingWords;
  api: BookingApi;
  times: Times;
  /** The visitor's zone. */
  ownZone: string;
  /** What asks for more than name and contact; undefined before it is there, null when it can't be fetched. */
  moreFields: More | null | undefined;
  retryMore: () => void;
  dispatch: (action: Action) => void;
  /** Sends the booking. */
  send: () => void;
}

export interface StepProps {
  booking: Booking;
}
