import type { Db } from '../db/connect.js';
import { escapeHtml } from './letters/plain-html.js';
import type { Bodies } from './manage-link.js';

/** Stands in kept newsletters where the link out goes: like the manage link, its token is not in the database. */
export const unsubscribeMark = 'bookpane:unsubscribe-link';

/** The ways out of a newsletter: a page for people, and an address for mail programs (RFC 8058). */
export interface UnsubscribeLinks {
  page: string;
  oneClick: string;
}

/** Whose links these are, and of what: the customer, and the address that the mail goes to, folded. */
export type UnsubscribeLinksOf = (
  customerId: number,
  emailFolded: string,
  from: 'newsletter' | 'greeting',
) => UnsubscribeLinks;

export const withUnsubscribeLink = ({ text, html, calendar }: Bodies, link: string): Bodies => ({
  text: text.replaceAll(unsubscribeMark, () => link),
  html: html.replaceAll(unsubscribeMark, () => escapeHtml(link)),
  calendar,
});

/** Whether the recipient of a waiting newsletter still wants it: somebody may have unsubscribed since it was written (A117). */
export async function isStillWanted(db: Db, customerId: number, emailFolded: string): Promise<boolean> {
  const row = await db('customers')
    .where({ id: customerId, newsletter: 1, status: 'active', email_folded: emailFolded })
    .first('id');
  return row !== undefined;
}
