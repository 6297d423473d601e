import { accountPermissions } from '../accounts/roles.js';
import { scopeOf, withinScope } from '../customers/scope.js';
import type { Db } from '../db/connect.js';
import type { Actor } from '../lib/actor.js';
import { htmlLetter } from './letters/html-letter.js';
import type { Fact, Letter } from './letters/letter.js';
import { oneLine, textLines } from './letters/letter.js';
import { momentOf } from './letters/moments.js';
import { plainLetter } from './letters/plain-letter.js';
import type { MailSettings, NewMail } from './mail-for-event.js';
import { speechFor } from './words/words.js';

interface ReminderFacts {
  text: string;
  remind_at: number;
  remind_zone: string;
  customer_id: number;
  display_name: string;
  phone: string | null;
  email: string;
  name: string;
  account_id: number;
  role: string;
  provider_id: number | null;
  role_permissions: string | null;
}

/**
 * What a reminder tells its author; none when the note is done or gone meanwhile, or its author has left or may see this customer
 * no longer (ATTACKS S15): the mail holds what the record does.
 */
export async function noteReminderMails(db: Db, noteId: number, settings: MailSettings): Promise<NewMail[]> {
  const facts: ReminderFacts | undefined = await db('customer_notes')
    .join('customers', 'customers.id', 'customer_notes.customer_id')
    .join('accounts', 'accounts.id', 'customer_notes.author_id')
    .leftJoin('roles', 'roles.id', 'accounts.role_id')
    .where('customer_notes.id', noteId)
    .whereNull('customer_notes.deleted_at')
    .whereNull('customer_notes.done_at')
    .whereNotNull('customer_notes.remind_at')
    .where('customers.status', 'active')
    .where('accounts.status', 'active')
    .first(
      'customer_notes.text',
      'customer_notes.remind_at',
      'customer_notes.remind_zone',
      'customer_notes.customer_id',
      'customers.display_name',
      'customers.phone',
      'accounts.email',
      'accounts.name',
      'accounts.id as account_id',
      'accounts.role',
      'accounts.provider_id',
      'roles.permissions as role_permissions',
    );
  if (!facts || !(await maySee(db, facts))) return [];
  const letter = reminderLetter(facts, settings);
  return [
    {
      audience: 'staff',
      template: 'note-reminder',
      recipient: facts.email,
      recipientName: oneLine(facts.name),
      subject: letter.subject.slice(0, 300),
      text: plainLetter(letter),
      html: htmlLetter(letter, settings.site.accent),
      calendar: null,
      calendarMethod: null,
    },
  ];
}

async function maySee(db: Db, facts: ReminderFacts): Promise<boolean> {
  const permissions = accountPermissions({ role: facts.role, rolePermissions: facts.role_permissions });
  if (!permissions.has('customers.view')) return false;
  const { account_id: accountId, name, provider_id: providerId } = facts;
  const author: Actor = { kind: 'account', accountId, sessionHash: '', name, permissions, providerId };
  const query = db('customers').where('customers.id', facts.customer_id);
  return (await withinScope(query, scopeOf(author)).first('customers.id')) !== undefined;
}

/** In the language of the business, on the clock that the reminder was set by. */
function reminderLetter(facts: ReminderFacts, { site, publicUrl }: MailSettings): Letter {
  const { say, language, locale } = speechFor(site.language);
  const customer = oneLine(facts.display_name);
  const phone: Fact[] = facts.phone
    ? [{ label: say('fact.phone'), lines: [oneLine(facts.phone)], href: `tel:${facts.phone.replace(/[^\d+]/g, '')}` }]
    : [];
  return {
    language,
    business: oneLine(site.name),
    subject: say('note-reminder.subject', { customer }),
    status: { kind: 'waiting', word: say('status.reminder') },
    moment: momentOf(locale, facts.remind_zone, facts.remind_at, facts.remind_at),
    ownMoment: null,
    intro: say('note-reminder.intro', { name: oneLine(facts.name) }),
    facts: [
      { label: say('fact.customer'), lines: [customer] },
      ...phone,
      { label: say('fact.note'), lines: textLines(facts.text) },
    ],
    button: { label: say('button.customer'), url: `${publicUrl}/admin/customers/${facts.customer_id}?tab=notes` },
    notes: [],
    footer: [oneLine(site.name)],
  };
}
