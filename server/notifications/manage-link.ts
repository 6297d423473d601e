import { replaceInCalendar } from './calendar-text.js';
import { escapeHtml } from './letters/plain-html.js';

/**
 * Stands in kept letters where the manage link goes. The link carries the booking's token, which the database must not hold
 * (ATTACKS S66): it is put in at the moment of sending, and never into what the admin shows.
 */
export const manageMark = 'bookpane:manage-link';

/** The bodies of a letter. */
export interface Bodies {
  text: string;
  html: string;
  calendar: string | null;
}

/** The bodies with `link` in the place of the mark. */
export const withManageLink = ({ text, html, calendar }: Bodies, link: string): Bodies => ({
  text: text.replaceAll(manageMark, () => link),
  html: html.replaceAll(manageMark, () => escapeHtml(link)),
  calendar: calendar && replaceInCalendar(calendar, manageMark, link),
});
