import type { Db } from '../db/connect.js';
import type { Clock } from '../lib/clock.js';
import { giveWay } from '../lib/courtesy.js';
import { email } from '../lib/fields.js';
import { MINUTE } from '../lib/time-zone.js';
import { linkPurposes } from './account-mail.js';
import { whyNotGreet } from './birthday.js';
import { oneLine } from './letters/letter.js';
import type { LetterSite } from './mail-for-event.js';
import { withManageLink } from './manage-link.js';
import type { DueMessage } from './message-rows.js';
import {
  accountOfMessage,
  claimMessage,
  dueMessageIds,
  earlierWaits,
  giveBack,
  markFailed,
  markSent,
  payloadOfMessage,
} from './message-rows.js';
import type { UnsubscribeLinks, UnsubscribeLinksOf } from './newsletter.js';
import { isStillWanted, withUnsubscribeLink } from './newsletter.js';
import { isGivenUp, waitAfter } from './retry.js';
import type { Mail, Outcome, Transport } from './transport.js';

export interface DeliveryDeps {
  db: Db;
  clock: Clock;
  /** Names this process; two never have the same. */
  owner: string;
  transport: Transport;
  manageUrl(bookingId: number, reference: string): string;
  accountLink(accountId: number, purpose: 'invitation' | 'reset'): Promise<string | null>;
  unsubscribeLinks: UnsubscribeLinksOf;
  invoiceFile(invoiceId: number): Promise<{ fileName: string; bytes: Buffer } | null>;
  site(): Promise<LetterSite>;
  mailFrom: string;
  failed(what: string, error: unknown): void;
}

/** Longer than any transport takes over one mail, so that a lease ends only when its process did. */
const leaseFor = 5 * MINUTE;
const batch = 30;
/** Mails in the air at once. */
const lanes = 3;
const shortPause = 1000;
const longestAnswer = 500;

/** Sends what is due, each message by one process, and answers how many tries that took. */
export function createDelivery(deps: DeliveryDeps): (signal?: AbortSignal) => Promise<number> {
  /** What was sent while the database could not be told so; sending it again would be a duplicate. */
  const sentUntold = new Map<number, string>();

  return async function deliverDue(signal) {
    const { db, clock } = deps;
    let tries = 0;
    for (;;) {
      const sequences = await dueMessageIds(db, clock.now(), batch);
      const found = sequences.flat().length;
      let moved = 0;
      const lane = async () => {
        for (let ids = sequences.shift(); ids; ids = sequences.shift()) {
          for (const id of ids) {
            await giveWay();
            if (signal?.aborted) return;
            const done = await deliver(deps, id, sentUntold);
            if (done !== 'taken') moved += 1;
            if (done === 'tried') tries += 1;
          }
        }
      };
      const ended = await Promise.allSettled(Array.from({ length: lanes }, lane));
      const failure = ended.find((end) => end.status === 'rejected');
      if (failure) throw failure.reason;
      // What others hold is theirs; asking at once again would be to wait for them in a circle.
      if (found < batch || moved === 0 || signal?.aborted) return tries;
    }
  };
}

async function deliver(
  deps: DeliveryDeps,
  id: number,
  sentUntold: Map<number, string>,
): Promise<'tried' | 'waits' | 'taken'> {
  const { db, clock, owner, transport } = deps;
  const now = clock.now();
  const message = await claimMessage(db, id, owner, now, now + leaseFor);
  if (!message) return 'taken';
  const earlier = await earlierWaits(db, message);
  if (earlier !== null) {
    await giveBack(db, id, owner, Math.max(earlier, now + shortPause));
    return 'waits';
  }
  const untold = sentUntold.get(id);
  const outcome: Outcome =
    untold === undefined ? await trySending(deps, message, transport) : { result: 'sent', answer: untold };
  const answer = oneLine(outcome.answer).slice(0, longestAnswer);
  if (outcome.result === 'sent') {
    sentUntold.set(id, answer);
    await markSent(db, id, clock.now(), answer);
    sentUntold.delete(id);
  } else {
    const failedAt = clock.now();
    const { attempts, createdAt } = message;
    const again =
      outcome.result === 'refused for good' || isGivenUp(attempts, failedAt - createdAt)
        ? null
        : failedAt + waitAfter(attempts, outcome.result);
    await markFailed(db, id, owner, answer, again);
  }
  return 'tried';
}

async function trySending(deps: DeliveryDeps, message: DueMessage, transport: Transport): Promise<Outcome> {
  // Checked on entry and again here: what reaches the transport is one address and nothing else (ATTACKS S104).
  if (!email.safeParse(message.recipient).success)
    return { result: 'refused for good', answer: 'Not sent: the recipient is no e-mail address.' };
  try {
    if (message.template === 'newsletter') return await sendNewsletter(deps, message, transport);
    if (message.template === 'invoice') return await sendInvoice(deps, message, transport);
    if (message.template === 'birthday') return await sendGreeting(deps, message, transport);
    const link = await linkOf(deps, message);
    if (link === null) return { result: 'refused for good', answer: 'Not sent: the link in it is no longer good.' };
    return await transport.send(await mailOf(deps, message, link));
  } catch (error) {
    deps.failed(`message ${message.id} could not be sent`, error);
    return { result: 'failed for now', answer: 'Not sent: something went wrong in Bookpane. The log says more.' };
  }
}

/** To those alone who want it at this moment, and each with the two ways out (FEATURES A117). */
async function sendNewsletter(deps: DeliveryDeps, message: DueMessage, transport: Transport): Promise<Outcome> {
  const { customerId, recipient } = message;
  if (customerId === null || !(await isStillWanted(deps.db, customerId, recipient)))
    return { result: 'refused for good', answer: 'Not sent: the recipient is not subscribed any more.' };
  return sendWithWayOut(deps, message, transport, deps.unsubscribeLinks(customerId, recipient, 'newsletter'));
}

/** On the day itself alone (FEATURES A118). */
async function sendGreeting(deps: DeliveryDeps, message: DueMessage, transport: Transport): Promise<Outcome> {
  const { id, customerId, recipient } = message;
  const reason = await whyNotGreet(deps.db, id, recipient, deps.clock.now());
  if (customerId === null || reason !== null) return { result: 'refused for good', answer: reason ?? '' };
  return sendWithWayOut(deps, message, transport, deps.unsubscribeLinks(customerId, recipient, 'greeting'));
}

/** With the paper, made at this moment from what was frozen: no copy of it lies in the database. */
async function sendInvoice(deps: DeliveryDeps, message: DueMessage, transport: Transport): Promise<Outcome> {
  const { invoiceId } = await payloadOfMessage(deps.db, message.id);
  const file = await deps.invoiceFile(Number(invoiceId ?? 0));
  if (!file) return { result: 'refused for good', answer: 'Not sent: the invoice is there no more.' };
  const attachments = [{ filename: file.fileName, contentType: 'application/pdf', content: file.bytes }];
  return transport.send({ ...(await mailOf(deps, message, '')), attachments });
}

async function sendWithWayOut(
  deps: DeliveryDeps,
  message: DueMessage,
  transport: Transport,
  { page, oneClick }: UnsubscribeLinks,
): Promise<Outcome> {
  const mail = await mailOf(deps, { ...message, ...withUnsubscribeLink(message, page) }, '');
  return transport.send({ ...mail, unsubscribe: oneClick });
}

/** Where the mark in a message leads: '' where there is none, null where it leads nowhere any more. */
async function linkOf({ db, manageUrl, accountLink }: DeliveryDeps, message: DueMessage): Promise<string | null> {
  const { bookingId, reference, audience, template } = message;
  if (audience === 'customer') return bookingId !== null && reference !== null ? manageUrl(bookingId, reference) : '';
  const purpose = audience === 'staff' ? linkPurposes[template] : undefined;
  return purpose ? accountLink(await accountOfMessage(db, message.id), purpose) : '';
}

async function mailOf({ site, mailFrom }: DeliveryDeps, message: DueMessage, link: string): Promise<Mail> {
  const { calendarMethod } = message;
  const bodies = link ? withManageLink(message, link) : message;
  return {
    id: message.id,
    createdAt: message.createdAt,
    template: message.template,
    messageId: message.messageId,
    from: { name: oneLine((await site()).name), address: mailFrom },
    to: { name: oneLine(message.recipientName), address: message.recipient },
    subject: oneLine(message.subject),
    text: bodies.text,
    html: bodies.html,
    calendar: bodies.calendar && calendarMethod ? { method: calendarMethod, stream: bodies.calendar } : null,
  };
}
