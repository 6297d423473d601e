import type { Db } from '../db/connect.js';
import type { OutboxEvent } from '../outbox/announce.js';
import { frameAround } from './letters/frame.js';
import { coloursOf, inFrame } from './letters/in-frame.js';
import { oneLine } from './letters/letter.js';
import type { MailSettings, NewMail } from './mail-for-event.js';
import { manageMark } from './manage-link.js';
import { speechFor } from './words/words.js';

/** What may be told of staff accounts. */
export type AccountEvent = Extract<OutboxEvent, { event: `account.${string}` }>;

export const isAccountEvent = (event: OutboxEvent): event is AccountEvent => event.event.startsWith('account.');

const templates = {
  'account.invited': 'invitation',
  'account.reset_asked': 'password-reset',
  'account.password_changed': 'password-changed',
  'account.address_changed': 'address-changed',
} as const;
type AccountTemplate = (typeof templates)[AccountEvent['event']];

/** Which link a letter carries: it is put in at the moment of sending, and its token is nowhere in the database. */
export const linkPurposes: Readonly<Record<string, 'invitation' | 'reset'>> = {
  invitation: 'invitation',
  'password-reset': 'reset',
};

/** What the holder of an account is told; nothing when there is no such account. */
export async function accountMails(db: Db, event: AccountEvent, settings: MailSettings): Promise<NewMail[]> {
  const account = await db('accounts').where({ id: event.payload.accountId }).first('name', 'email');
  if (!account) return [];
  const template = templates[event.event];
  // An address that is no longer the account's is told that it isn't.
  const recipient = event.event === 'account.address_changed' ? event.payload.formerEmail : account.email;
  return [
    {
      audience: 'staff',
      template,
      recipient,
      recipientName: oneLine(account.name),
      ...accountLetter(template, oneLine(account.name), settings),
      calendar: null,
      calendarMethod: null,
    },
  ];
}

const frame = inFrame(
  frameAround(`<h1 class="ink" style="margin:0;font-size:20px;line-height:28px;font-weight:600;color:#191a1d;">{{ title }}</h1>
<p class="ink" style="margin:16px 0 0;font-size:16px;line-height:24px;color:#191a1d;">{{ intro | literal }}</p>
{% if button %}<table role="presentation" cellpadding="0" cellspacing="0" border="0" class="button-table" style="margin:24px 0 0;"><tr>
<td class="button" bgcolor="{{ colours.fill }}" style="border-radius:8px;background:{{ colours.fill }};"><a href="{{ button.url }}" style="display:inline-block;padding:11px 24px;border:1px solid {{ colours.fill }};border-radius:8px;font-size:16px;line-height:22px;font-weight:600;color:{{ colours.ink }};text-decoration:none;">{{ button.label }}</a></td>
</tr></table>{% endif %}
<p class="muted" style="margin:16px 0 0;font-size:14px;line-height:20px;color:#5b5c63;">{{ note | literal }}</p>
`),
);

/** In the language of the business. */
function accountLetter(template: AccountTemplate, name: string, { site }: MailSettings) {
  const { say, language } = speechFor(site.language);
  const business = oneLine(site.name);
  const values = { name, business };
  const subject = say(`${template}.subject`, values);
  const intro = say(`${template}.intro`, values);
  const note = say(`${template}.note`, values);
  const button = linkPurposes[template] ? { label: say('button.password'), url: manageMark } : null;
  const footer = [say('account.why', values)];
  const paragraphs = [
    business,
    intro,
    ...(button ? [`${button.label}: ${button.url}`] : []),
    note,
    `-- \n${footer[0]}`,
  ];
  return {
    subject: subject.slice(0, 300),
    text: `${paragraphs.join('\n\n')}\n`,
    html: frame({
      letter: { language, business, subject, footer },
      title: subject,
      intro,
      button,
      note,
      preview: intro,
      colours: coloursOf(site.accent),
    }),
  };
}
