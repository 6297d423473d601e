import { isFutureBirth } from '../customers/birthday/birthday-rules.js';
import { AppError } from '../lib/errors.js';
import type { VisitorField, VisitorFields } from '../settings/customer-fields.js';
import type { Contact } from './schema.js';

/** What the business asks of those who book. */
export interface Asked {
  requireEmail: boolean;
  requirePhone: boolean;
  visitorFields?: VisitorFields;
}

/** What visitors said beside names, e-mail, phone and note, by the record's own names. */
export type VisitorDetails = Partial<Pick<Contact, VisitorField>>;

/**
 * Refuses a contact that lacks what is required, and a birth date in the future. AppError `invalid_request` with the field's name in the
 * request (`contact.birthDate`). `now` in epoch milliseconds.
 */
export function refuseIncomplete(
  { requireEmail, requirePhone, visitorFields }: Asked,
  contact: Contact,
  now: number,
): void {
  const required = { email: requireEmail, phone: requirePhone, ...visitorFields };
  for (const [name, isRequired] of Object.entries(required))
    if (isRequired && (contact[name as keyof Contact] ?? null) === null) refuse(name, 'is missing');
  const { birthDate } = contact;
  if (visitorFields?.birthDate !== undefined && birthDate && isFutureBirth(birthDate, now))
    refuse('birthDate', 'must not be in the future');
}

function refuse(name: string, why: string): never {
  throw new AppError('invalid_request', `contact.${name} ${why}.`, { field: `contact.${name}` });
}

/** What was asked, of what was said: anything else is left out, so that nobody's data is kept unasked. */
export const askedDetails = ({ visitorFields = {} }: Asked, contact: Contact): VisitorDetails =>
  Object.fromEntries((Object.keys(visitorFields) as VisitorField[]).map((name) => [name, contact[name]]));
