import type { Hindrance } from './retry.js';

/** What became of one try to send: the answer is the mail server's own words, or what went wrong on the way to it. */
export interface Outcome {
  result: 'sent' | 'refused for good' | Hindrance;
  answer: string;
}

/** A name and one address; never joined to a string that something would have to take apart again (ATTACKS S104). */
export interface Mailbox {
  name: string;
  address: string;
}

/** One mail, ready to send. `id` and `createdAt` are the message row's and stay the same over every try. */
export interface Mail {
  id: number;
  createdAt: number;
  template: string;
  /** `<message-12-…@host>`: stable, so that a mail that arrives twice can be told to be one. */
  messageId: string;
  from: Mailbox;
  to: Mailbox;
  subject: string;
  text: string;
  html: string;
  /** Newsletters and birthday greetings alone: where mail programs unsubscribe the recipient in one click (RFC 8058). */
  unsubscribe?: string;
  /** A stream of calendar objects with their method. */
  calendar: { method: string; stream: string } | null;
  /** Files that go along. */
  attachments?: { filename: string; contentType: string; content: Buffer }[];
}

/** A way out. `send` never throws: what went wrong is an outcome. */
export interface Transport {
  send(mail: Mail): Promise<Outcome>;
  close(): Promise<void>;
}
