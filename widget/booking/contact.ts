import type { Contact } from './options.js';
import type { NewBooking, Site } from './types.js';

/** What a visitor typed and chose; beside name and contact, what the business asks more (more.ts), absent where there is nothing. */
export type Answers = Contact & Partial<Omit<NewBooking['contact'], keyof Contact>>;

/** What can be wrong with a field, as keys of the catalogue. */
export type ContactFault =
  | 'details.firstName.missing'
  | 'details.lastName.missing'
  | 'details.email.missing'
  | 'details.email.wrong'
  | 'details.phone.missing'
  | 'details.phone.wrong';

/** In the order of the form, so that the focus can go to the first fault. */
const contactFields = ['firstName', 'lastName', 'email', 'phone', 'note'] as const;

// A friend's glance at what was typed; the server decides (server/lib/fields.ts).
const emailLike = /^[^\s@,;<>()"]+@[^\s@,;<>()"]+\.[A-Za-z][A-Za-z0-9-]*[A-Za-z0-9]$/;
const phoneLike = /^\+?[\d ()./-]{5,40}$/;

/** What the business asks of those who book (GET /site). */
export type Asked = Partial<Pick<Site, 'requireEmail' | 'requirePhone'>>;

/** What is wrong with one field, or null. */
export function faultOf(field: keyof Contact, contact: Contact, asked: Asked): ContactFault | null {
  const value = contact[field].trim();
  switch (field) {
    case 'firstName':
      return value ? null : 'details.firstName.missing';
    case 'lastName':
      return value ? null : 'details.lastName.missing';
    case 'email':
      if (!value) return asked.requireEmail ? 'details.email.missing' : null;
      return emailLike.test(value) ? null : 'details.email.wrong';
    case 'phone':
      if (!value) return asked.requirePhone ? 'details.phone.missing' : null;
      return phoneLike.test(value) ? null : 'details.phone.wrong';
    case 'note':
      return null;
  }
}

export const firstFault = (contact: Contact, asked: Asked): keyof Contact | undefined =>
  contactFields.find((field) => faultOf(field, contact, asked));
