import { formatDay, formatTime, visitorZone } from '../../../widget/kit/dates.js';
import type { AdminWords, WordKey } from '../../admin-words.js';
import type { ActivityEntry } from './detail-types.js';

type Scalar = ActivityEntry['changes'][number]['from'];

const fields: Record<string, WordKey & `activity.field.${string}`> = {
  firstName: 'activity.field.firstName',
  lastName: 'activity.field.lastName',
  displayName: 'activity.field.displayName',
  email: 'activity.field.email',
  phone: 'activity.field.phone',
  gender: 'activity.field.gender',
  birthDate: 'activity.field.birthDate',
  language: 'activity.field.language',
  timeZone: 'activity.field.timeZone',
  newsletter: 'activity.field.newsletter',
  greetings: 'activity.field.greetings',
  login: 'activity.field.login',
  loginStatus: 'activity.field.loginStatus',
  occupation: 'activity.field.occupation',
  address1: 'activity.field.address1',
  address2: 'activity.field.address2',
  city: 'activity.field.city',
  state: 'activity.field.state',
  postalCode: 'activity.field.postalCode',
  country: 'activity.field.country',
  nationality: 'activity.field.nationality',
  note: 'activity.field.note',
  text: 'activity.field.text',
  pinned: 'activity.field.pinned',
  remindAt: 'activity.field.remindAt',
  done: 'activity.field.done',
  start: 'activity.field.start',
  end: 'activity.field.end',
  provider: 'activity.field.provider',
};

/** What a field is called; one that is not known by its own name. Sensitive ones by what they are, never by their values. */
export function fieldWord({ t }: AdminWords, field: string): string {
  if (Object.hasOwn(fields, field)) return t(fields[field] as 'activity.field.email');
  const [, sensitive] = /^sensitive\.(.+)$/.exec(field) ?? [];
  return sensitive === undefined ? field : t('activity.field.sensitive', { field: sensitive.toUpperCase() });
}

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;
const day = /^\d{4}-\d\d-\d\d$/;

/** A value as people write it; '' for none. Text stands as it was typed. */
export function valueWords({ t, language }: AdminWords, field: string, value: Scalar): string {
  if (value === null || value === '') return '';
  if (typeof value === 'boolean') return t(value ? 'activity.yes' : 'activity.no');
  const text = String(value);
  if (instant.test(text)) {
    const zone = visitorZone();
    return `${formatDay(language, text, 'numeric', zone)}, ${formatTime(language, text, zone)}`;
  }
  if (day.test(text)) return formatDay(language, text, 'numeric');
  if (field === 'country' || field === 'nationality') return named(language, 'region', text);
  if (field === 'language') return named(language, 'language', text);
  if (field === 'loginStatus' && (text === 'active' || text === 'disabled')) return t(`login.status.${text}`);
  return text;
}

function named(language: string, type: 'region' | 'language', code: string): string {
  try {
    return new Intl.DisplayNames(language, { type }).of(code) ?? code;
  } catch {
    return code;
  }
}
