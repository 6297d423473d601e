import { isDay } from '../kit/days.js';

export interface Contact {
  firstName: string;
  lastName: string;
  email: string;
  phone: string;
  note: string;
}

/** What a host page asked for. Whatever it wrote that makes no sense is as if it were not there (ATTACKS S46). */
export interface Options {
  /** Preselected, by id; several services make one visit. */
  services: readonly number[];
  category: number | null;
  provider: number | null;
  location: number | null;
  /** Steps of what is preselected are hidden, and can't be gone back to. */
  lock: boolean;
  /** The day to show first, `YYYY-MM-DD`. */
  date: string | null;
  language: string | null;
  timeZone: string | null;
  /** null: as the visitor's machine has it. */
  theme: 'light' | 'dark' | null;
  direction: 'ltr' | 'rtl' | null;
  prefill: Contact;
  /** Where to go after a booking: http(s), or a path of the host. */
  successUrl: string | null;
  /** The name of the widget's region for assistive technology. */
  label: string | null;
}

/** Every attribute that the element watches. */
export const attributes = [
  'service',
  'category',
  'provider',
  'location',
  'lock',
  'date',
  'lang',
  'dir',
  'timezone',
  'theme',
  'prefill-first-name',
  'prefill-last-name',
  'prefill-email',
  'prefill-phone',
  'prefill-note',
  'success-url',
  'label',
] as const;
export type Attribute = (typeof attributes)[number];

const oneOf = <Value extends string>(value: string | null, ...known: Value[]): Value | null =>
  known.find((each) => each === value) ?? null;

const idOf = (value: string): number | null => (/^[1-9]\d{0,14}$/.test(value.trim()) ? Number(value) : null);

const line = (value: string | null, max: number): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what no field could be typed with
  (value ?? '').replace(/[\u0000-\u001f\u007f]+/g, ' ').slice(0, max);

function zoneOf(value: string | null): string | null {
  if (!value || value.length > 64) return null;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }) && value;
  } catch {
    return null;
  }
}

/** An http(s) address or a path of the same site; never another scheme, nor `//elsewhere` (ATTACKS S48). */
export const safeAddress = (value: string | null): string | null =>
  value && /^(?:https?:\/\/[^\s\\]+|\/(?![/\\])[^\s\\]*)$/i.test(value) ? value : null;

/** Reads the options through `get`, which answers an attribute's text or null. */
export function readOptions(get: (name: Attribute) => string | null): Options {
  const id = (name: Attribute) => idOf(get(name) ?? '');
  const services = (get('service') ?? '').split(',').map(idOf);
  const date = get('date');
  return {
    services: services.filter((each) => each !== null).slice(0, 6),
    category: id('category'),
    provider: id('provider'),
    location: id('location'),
    lock: (get('lock') ?? 'false') !== 'false',
    date: date && isDay(date) ? date : null,
    language: get('lang'),
    timeZone: zoneOf(get('timezone')),
    theme: oneOf(get('theme'), 'light', 'dark'),
    direction: oneOf(get('dir'), 'ltr', 'rtl'),
    prefill: {
      firstName: line(get('prefill-first-name'), 100),
      lastName: line(get('prefill-last-name'), 100),
      email: line(get('prefill-email'), 254),
      phone: line(get('prefill-phone'), 40),
      note: (get('prefill-note') ?? '').slice(0, 2000),
    },
    successUrl: safeAddress(get('success-url')),
    label: line(get('label'), 120) || null,
  };
}
