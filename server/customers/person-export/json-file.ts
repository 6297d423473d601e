import type { Person } from './person.js';

/**
 * The file as JSON, in the order a person would look for things. `format` and `formatVersion` say what it is; instants are UTC
 * (`2026-11-24T14:30:00Z`), prices whole minor units, countries ISO 3166 codes; `picture` is a data URL of a WebP image.
 */
export async function* jsonFile(person: Person): AsyncGenerator<string> {
  const { exportedAt, business, record, login, birthdayGreeting, sensitive, picture, notes } = person;
  const { appointments, invoices, messages, activity } = person;
  const head = {
    format: 'bookpane.customer',
    formatVersion: 1,
    exportedAt,
    business,
    customer: record,
    login,
    birthdayGreeting,
    sensitive,
    picture: picture && pictureUrl(picture),
    notes,
  };
  yield JSON.stringify(head, null, 2).slice(0, -2);
  yield* list('appointments', appointments);
  yield* list('invoices', invoices);
  yield* list('messages', messages);
  yield* list('activity', activity);
  yield '\n}\n';
}

export const pictureUrl = (picture: Buffer): string => `data:image/webp;base64,${picture.toString('base64')}`;

async function* list(name: string, rows: AsyncIterable<unknown>): AsyncGenerator<string> {
  yield `,\n  ${JSON.stringify(name)}: [`;
  let isFirst = true;
  for await (const row of rows) {
    yield `${isFirst ? '' : ','}\n    ${JSON.stringify(row)}`;
    isFirst = false;
  }
  yield isFirst ? ']' : '\n  ]';
}
