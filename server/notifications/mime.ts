import type { SendMailOptions } from 'nodemailer';
import { calendarObjects } from './calendar-file.js';
import type { Mail } from './transport.js';

/**
 * A mail as nodemailer takes it: text, HTML and the calendar object as alternatives, the latter also as a file. That is how
 * Gmail, Outlook and Apple Mail know an invitation. Further objects (a visit of several services) follow as files.
 */
export function mimeOf(mail: Mail): SendMailOptions {
  const { messageId, createdAt, from, to, subject, text, html, calendar, attachments } = mail;
  const [first, ...others] = calendar ? calendarObjects(calendar.stream) : [];
  return {
    messageId,
    date: new Date(createdAt),
    from: { ...from },
    to: [{ ...to }],
    subject,
    text,
    html,
    headers: headersOf(mail),
    // No path and no address in a body may ever be opened in the name of this server.
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(attachments ? { attachments } : {}),
    ...(calendar && first
      ? {
          icalEvent: { method: calendar.method, filename: 'appointment.ics', content: first },
          attachments: others.map((content, index) => ({
            filename: `appointment-${index + 2}.ics`,
            contentType: `text/calendar; charset=utf-8; method=${calendar.method}`,
            content,
          })),
        }
      : {}),
  };
}

/** A person wrote a direct mail and may be answered by a machine; to all others a machine should not answer (RFC 3834). */
function headersOf({ template, unsubscribe }: Mail): Record<string, string> {
  if (template === 'direct') return {};
  return {
    'Auto-Submitted': 'auto-generated',
    'X-Auto-Response-Suppress': 'OOF, AutoReply',
    ...(unsubscribe
      ? { 'List-Unsubscribe': `<${unsubscribe}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
      : {}),
  };
}
