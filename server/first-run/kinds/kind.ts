/** A text in the languages that the set-up speaks. */
export interface Both {
  en: string;
  de: string;
}

/** A service of a ready catalogue. */
export interface Offer {
  name: Both;
  minutes: number;
  /** In euros; other currencies get a round figure of about the same worth (money-rules.ts). */
  price: number;
  /** Persons at once; 1 when absent. */
  capacity?: number;
  /** Minutes to tidy up afterwards; 0 when absent. */
  bufferAfter?: number;
}

/** Weekdays (1 is Monday) with their windows, `09:00-18:00`. */
export type OpenDays = readonly [weekdays: readonly number[], windows: readonly string[]];

/** A kind of business: what one of its sort offers, and when it is open. */
export interface Kind {
  key: string;
  name: Both;
  categories: readonly { name: Both; offers: readonly Offer[] }[];
  hours: readonly OpenDays[];
}

export const offer = (en: string, de: string, minutes: number, price: number, more: Partial<Offer> = {}): Offer => ({
  name: { en, de },
  minutes,
  price,
  ...more,
});

const workdays = [1, 2, 3, 4, 5] as const;
/** Hours that several kinds keep. */
export const officeHours: readonly OpenDays[] = [[workdays, ['09:00-17:00']]];
export const practiceHours: readonly OpenDays[] = [[workdays, ['08:00-12:00', '13:00-18:00']]];
export const shopHours: readonly OpenDays[] = [
  [[2, 3, 4, 5], ['09:00-18:00']],
  [[6], ['09:00-14:00']],
];
