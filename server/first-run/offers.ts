import { kinds } from './kinds/all.js';
import type { Both, Kind, OpenDays } from './kinds/kind.js';
import { roundPrice } from './money-rules.js';
import type { OfferedKind } from './schema.js';

/** The ready catalogues in a language, with prices in a currency's minor unit. */
export const offersIn = (language: keyof Both, currency: string): OfferedKind[] =>
  kinds.map((kind) => offerOf(kind, language, currency));

const offerOf = ({ key, name, categories, hours }: Kind, language: keyof Both, currency: string): OfferedKind => ({
  key,
  name: name[language],
  categories: categories.map((category) => ({
    name: category.name[language],
    services: category.offers.map((offer) => ({
      name: offer.name[language],
      durationMinutes: offer.minutes,
      priceMinor: roundPrice(offer.price, currency),
      capacity: offer.capacity ?? 1,
      bufferAfterMinutes: offer.bufferAfter ?? 0,
    })),
  })),
  hours: windowsOf(hours),
});

/** Open days as single windows, Monday first. */
export const windowsOf = (days: readonly OpenDays[]): OfferedKind['hours'] =>
  days
    .flatMap(([weekdays, windows]) =>
      weekdays.flatMap((weekday) =>
        windows.map((window) => ({ weekday, start: window.slice(0, 5), end: window.slice(6) })),
      ),
    )
    .sort((left, right) => left.weekday - right.weekday || left.start.localeCompare(right.start));
