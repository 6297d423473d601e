import { pictureUrl } from './json-file.js';
import { facts, style, table, text } from './markup.js';
import type { Person } from './person.js';
import type { ExportedActivity, ExportedAppointment } from './sources.js';
import type { PageWords } from './words.js';
import { pageWords } from './words.js';

/** What the page may load when it is opened from a disk: nothing but its own style and picture, and no script (ATTACKS S42). */
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/** The file as a page to read and to print, complete in itself. */
export async function* htmlPage(person: Person): AsyncGenerator<string> {
  const { business, record, exportedAt, picture, sensitive, language } = person;
  const words = pageWords(language);
  const { columns, none } = words;
  const told = teller(language);
  const at = (instant: string): string => told(instant, person.timeZone);
  const title = text(words.title(record.name));
  yield `<!doctype html>
<html lang="${text(language)}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${title}</title><style>${style}</style></head><body>
<h1>${title}</h1><p class="made">${text(words.made(business, at(exportedAt)))}</p>
<h2>${text(words.record)}</h2>${picture ? `<img alt="" src="${pictureUrl(picture)}">` : ''}${recordFacts(person, words, at)}`;
  const { login } = person;
  if (login) yield `<h2>${text(words.login)}</h2>${loginFacts(login, words, at)}`;
  if (sensitive.length > 0)
    yield `<h2>${text(words.sensitive)}</h2>${facts(sensitive.map(({ label, value }) => [label, value]))}`;
  yield `<h2>${text(words.notes)}</h2>${notesList(person, words, at)}`;
  yield `<h2>${text(words.appointments)}</h2>`;
  yield* table(
    [columns.when, columns.what, columns.who, columns.where, columns.price, columns.state],
    person.appointments,
    (one) => appointmentCells(one, words, language, told),
    none,
  );
  yield `<h2>${text(words.invoices)}</h2>`;
  yield* table(
    [columns.when, columns.what, columns.to, columns.price, columns.state],
    person.invoices,
    (one) => [
      one.issueDay,
      one.number,
      one.recipient && [one.recipient.name, one.recipient.address, one.recipient.taxId].filter(Boolean).join('\n'),
      money(language, one.totalMinor, one.currency),
      words.states[one.status] ?? one.status,
    ],
    none,
  );
  yield `<h2>${text(words.messages)}</h2>`;
  yield* table(
    [columns.when, columns.to, columns.subject, columns.state],
    person.messages,
    (one) => [at(one.sentAt ?? one.writtenAt), one.to, one.subject, words.states[one.state] ?? one.state],
    none,
  );
  yield `<h2>${text(words.activity)}</h2>`;
  yield* table(
    [columns.when, columns.who, columns.what],
    person.activity,
    (one) => [at(one.at), words.by[one.by], activityLine(one, words)],
    none,
  );
  yield '</body></html>\n';
}

type Tell = (instant: string, timeZone: string) => string;

/** Day and time of an instant in a zone, which is named: a page on paper has no clock of its own. */
function teller(language: string): Tell {
  const formats = new Map<string, Intl.DateTimeFormat>();
  return (instant, timeZone) => {
    let format = formats.get(timeZone);
    if (!format) {
      const parts = { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' } as const;
      format = new Intl.DateTimeFormat(language, { ...parts, timeZone, timeZoneName: 'short' });
      formats.set(timeZone, format);
    }
    return format.format(Date.parse(instant));
  };
}

const instants = new Set(['createdAt', 'updatedAt', 'trashedAt']);

function recordFacts({ record, birthdayGreeting }: Person, words: PageWords, at: (instant: string) => string): string {
  const values: Record<string, unknown> = { ...record, greetings: birthdayGreeting };
  const shown = (name: string): string | null => {
    const value = values[name];
    if (value === null || value === undefined) return null;
    if (typeof value === 'boolean') return value ? words.yes : words.no;
    return instants.has(name) ? at(String(value)) : String(value);
  };
  return facts(Object.entries(words.fields).map(([name, label]) => [label, shown(name)]));
}

const loginFacts = (login: NonNullable<Person['login']>, words: PageWords, at: (instant: string) => string): string =>
  facts([
    [words.fields['email'] ?? '', login.email],
    [words.columns.state, words.states[login.status] ?? login.status],
    [words.fields['createdAt'] ?? '', at(login.createdAt)],
    [words.passwordSet, login.passwordSetAt && at(login.passwordSetAt)],
  ]);

function notesList({ notes }: Person, words: PageWords, at: (instant: string) => string): string {
  if (notes.length === 0) return `<p>${text(words.none)}</p>`;
  const about = ({ createdAt, author, remindAt }: Person['notes'][number]): string =>
    [at(createdAt), author, remindAt && `${words.reminder}: ${at(remindAt)}`].filter(Boolean).join(' · ');
  return `<ul>${notes.map((note) => `<li>${text(note.text)}<br><small>${text(about(note))}</small></li>`).join('')}</ul>`;
}

function appointmentCells(one: ExportedAppointment, words: PageWords, language: string, told: Tell): unknown[] {
  const { firstName, lastName, email, phone, note } = one.typed;
  const typed = [`${firstName} ${lastName}`.trim(), email, phone, note].filter(Boolean).join(', ');
  return [
    told(one.start, one.timeZone),
    `${one.service}${one.persons > 1 ? ` × ${one.persons}` : ''}\n${one.reference}\n${words.typed}: ${typed}`,
    one.provider,
    one.location,
    money(language, one.priceMinor, one.currency),
    words.states[one.status] ?? one.status,
  ];
}

/** An amount in minor units as people write it. */
function money(language: string, minor: number, currency: string): string {
  const format = new Intl.NumberFormat(language, { style: 'currency', currency });
  return format.format(minor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
}

function activityLine({ action, facts: known, changes }: ExportedActivity, { fields }: PageWords): string {
  const changed = changes.map(({ field, from, to }) => `${fields[field] ?? field}: ${from ?? '–'} → ${to ?? '–'}`);
  const told = Object.entries(known).map(([name, value]) => `${fields[name] ?? name}: ${value}`);
  return [action.replace(/[._]/g, ' '), ...told, ...changed].join('\n');
}
