import { z } from 'zod';
import { endpoints } from '../../lib/endpoint.js';
import { id, idText, line, lines } from '../../lib/fields.js';
import { selection } from '../list/selection.js';

const subject = line(200);
const text = lines(15_000).refine((body) => body !== '', 'must not be empty');

export const mailEndpoints = endpoints({
  'POST /customers/:number/mail': {
    who: 'customers.mail',
    summary: 'Write to one customer. 409 when there is no e-mail on file.',
    params: z.strictObject({ number: idText }),
    // Placeholders such as {{ first_name }} are filled in; an unknown one answers 422 and is named.
    body: z.strictObject({ subject, text }),
    answer: z.object({ message: id }),
    status: 201,
    errors: ['not_found', 'conflict', 'too_many_requests', 'idempotency_key_missing', 'idempotency_key_reused'],
    limit: 'write',
    idempotent: true,
  },
  'POST /newsletters': {
    who: 'customers.mail',
    summary:
      'Send a newsletter to those of a selection who are subscribed. Its mails are made and sent in the background.',
    body: z.strictObject({ selection, subject, text, kind: z.enum(['newsletter']) }),
    answer: z.object({ campaign: id, recipients: z.int() }),
    status: 201,
    errors: ['conflict', 'forbidden', 'too_many_requests', 'idempotency_key_missing', 'idempotency_key_reused'],
    limit: 'write',
    idempotent: true,
  },
  'POST /mail-previews': {
    who: 'customers.mail',
    summary: 'A mail as one customer would get it: the named one, or the first of a selection who is subscribed.',
    body: z.strictObject({
      to: z.union([z.strictObject({ number: id }), z.strictObject({ selection })]),
      subject: subject.or(z.literal('')),
      text: lines(15_000),
    }),
    /** `to` is null where nobody of the selection is subscribed. */
    answer: z.object({
      to: z.object({ name: z.string(), email: z.string() }).nullable(),
      subject: z.string(),
      text: z.string(),
      html: z.string(),
    }),
    errors: ['not_found', 'conflict', 'forbidden'],
    limit: 'read',
  },
  'POST /newsletters/recipients': {
    who: 'customers.mail',
    summary: 'How many of a selection would get a newsletter.',
    body: z.strictObject({ selection }),
    answer: z.object({ recipients: z.int() }),
    errors: ['forbidden'],
    limit: 'read',
  },
});

const token = z.string().regex(/^[A-Za-z0-9._-]{1,80}$/, 'must be a token');

/** For recipients of newsletters: no account, no cookie, nothing but the token of their mail. */
export const unsubscribeEndpoints = endpoints({
  'GET /unsubscribe/:token': {
    who: 'anyone',
    summary:
      'For mail programs that open the address of List-Unsubscribe in a browser: leads to the page. Changes nothing.',
    params: z.strictObject({ token }),
    answer: z.string(),
    errors: [],
    limit: 'read',
    media: 'text/html',
  },
  'POST /unsubscribe/:token': {
    who: 'anyone',
    summary: 'One-click unsubscription (RFC 8058). Tokens that open nothing are answered alike.',
    params: z.strictObject({ token }),
    // Sent by the servers of mail programs, many from one address.
    upload: { media: ['application/x-www-form-urlencoded', 'multipart/form-data'], maxBytes: 2048 },
    answer: z.object({ subscribed: z.boolean() }),
    errors: [],
    limit: 'read',
  },
  'POST /newsletter-choices': {
    who: 'anyone',
    summary: 'What a recipient chose on the page: to get newsletters or not. Answers what holds now.',
    body: z.strictObject({ token, subscribed: z.boolean() }),
    answer: z.object({ subscribed: z.boolean() }),
    errors: [],
    limit: 'write',
  },
});
