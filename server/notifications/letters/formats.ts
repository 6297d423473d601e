/*
 * Intl's formats, kept: making one takes a hundred times as long as using it, and letters are written beside bookings.
 */

const kept = new Map<string, unknown>();
/** Languages and zones are the visitors' choice, so that there is an end to what is kept. */
const most = 500;

function keep<Format>(key: string, make: () => Format): Format {
  const known = kept.get(key) as Format | undefined;
  if (known !== undefined) return known;
  if (kept.size >= most) kept.clear();
  const made = make();
  kept.set(key, made);
  return made;
}

/** Ways to write a point in time; each name stands for one set of options. */
const dateShapes = {
  day: { weekday: 'long', day: 'numeric', month: 'long' },
  date: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  time: { timeStyle: 'short' },
  weekdayTime: { weekday: 'short', hour: 'numeric', minute: '2-digit' },
  zone: { timeZoneName: 'long' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

export const dateFormat = (shape: keyof typeof dateShapes, locale: string, zone: string): Intl.DateTimeFormat =>
  keep(`${shape} ${locale} ${zone}`, () => new Intl.DateTimeFormat(locale, { ...dateShapes[shape], timeZone: zone }));

export const currencyFormat = (locale: string, currency: string): Intl.NumberFormat =>
  keep(`${currency} ${locale}`, () => new Intl.NumberFormat(locale, { style: 'currency', currency }));
