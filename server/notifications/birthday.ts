import { isBirthday } from '../customers/birthday/birthday-rules.js';
import type { Db } from '../db/connect.js';
import { formatDay, localDay, parseDay } from '../lib/time-zone.js';
import type { OutboxEvent } from '../outbox/announce.js';
import { frameAround } from './letters/frame.js';
import { coloursOf, inFrame } from './letters/in-frame.js';
import { oneLine } from './letters/letter.js';
import type { MailSettings, NewMail } from './mail-for-event.js';
import { unsubscribeMark } from './newsletter.js';
import { speechFor } from './words/words.js';

/** Whose birthday, on which day (`YYYY-MM-DD`) of which clock. */
export type Birthday = Extract<OutboxEvent, { event: 'customer.birthday' }>['payload'];

interface Celebrated {
  email: string;
  email_folded: string;
  first_name: string;
  display_name: string;
  language: string | null;
  birth_date: string;
}

/** Who is to be greeted: null when the day is over on their clock, or they are gone, changed their birth date, or don't want it. */
async function celebrated(db: Db, { customerId, day, timeZone }: Birthday, now: number): Promise<Celebrated | null> {
  if (formatDay(localDay(timeZone, now)) !== day) return null;
  const row: Celebrated | undefined = await db('customers')
    .where({ id: customerId, status: 'active', greetings: 1 })
    .whereNotNull('email')
    .whereNotNull('birth_date')
    .first('email', 'email_folded', 'first_name', 'display_name', 'language', 'birth_date');
  return row && isBirthday(row.birth_date, parseDay(day) ?? 0) ? row : null;
}

/** The greeting to a customer, in their language (A019, A118); none when there is nobody to greet any more. */
export async function birthdayMails(db: Db, birthday: Birthday, settings: MailSettings): Promise<NewMail[]> {
  const person = await celebrated(db, birthday, settings.now);
  if (!person) return [];
  return [
    {
      audience: 'customer',
      template: 'birthday',
      customerId: birthday.customerId,
      // Folded, as its way out is of a customer and an address.
      recipient: person.email_folded,
      recipientName: oneLine(person.display_name),
      ...greeting(person, settings),
      calendar: null,
      calendarMethod: null,
    },
  ];
}

/**
 * Why a greeting that waits is not to be sent, or null: the day may be over, when the mail server was away. Whether somebody wants
 * none any more is looked at here, too.
 */
export async function whyNotGreet(db: Db, messageId: number, recipient: string, now: number): Promise<string | null> {
  const row = await db('messages')
    .join('outbox', 'outbox.id', 'messages.outbox_id')
    .where('messages.id', messageId)
    .first('payload');
  const birthday = JSON.parse(row?.payload ?? '{}') as Partial<Birthday>;
  if (!birthday.customerId || !birthday.day || !birthday.timeZone)
    return 'Not sent: it is not known whose birthday it is.';
  if (formatDay(localDay(birthday.timeZone, now)) !== birthday.day) return 'Not sent: the birthday is over.';
  const person = await celebrated(db, birthday as Birthday, now);
  return person?.email_folded === recipient ? null : 'Not sent: this customer is not to be greeted any more.';
}

const frame = inFrame(
  frameAround(
    `<h1 class="ink" style="margin:0;font-size:20px;line-height:28px;font-weight:600;color:#191a1d;">{{ letter.subject | literal }}</h1>
<p class="ink" style="margin:16px 0 0;font-size:16px;line-height:24px;color:#191a1d;">{{ intro | literal }}</p>
<p class="ink" style="margin:16px 0 0;font-size:16px;line-height:24px;color:#191a1d;">{{ close | literal }}</p>
`,
    `<p class="muted" style="margin:8px 0 0;font-size:13px;line-height:20px;color:#5b5c63;"><a class="link" href="{{ unsubscribe.url }}" style="color:{{ colours.link }};">{{ unsubscribe.label }}</a></p>
`,
  ),
);

const longestSubject = 300;

function greeting({ first_name, display_name, language }: Celebrated, { site }: MailSettings) {
  const speech = speechFor(language ?? '', site.language);
  const { say } = speech;
  const business = oneLine(site.name);
  const values = { name: oneLine(first_name) || oneLine(display_name), business };
  const letter = {
    language: speech.language,
    business,
    subject: say('birthday.subject', values),
    footer: [say('birthday.why', values)],
  };
  const intro = say('birthday.intro', values);
  const close = say('birthday.close', values);
  const unsubscribe = { url: unsubscribeMark, label: say('birthday.unsubscribe') };
  const foot = `-- \n${letter.footer[0]}\n${unsubscribe.label}: ${unsubscribe.url}`;
  return {
    subject: letter.subject.slice(0, longestSubject),
    text: `${[business, intro, close, foot].join('\n\n')}\n`,
    html: frame({ letter, intro, close, unsubscribe, preview: intro, colours: coloursOf(site.accent) }),
  };
}
