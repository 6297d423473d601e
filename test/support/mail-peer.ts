import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Email } from 'postal-mime';
import PostalMime from 'postal-mime';
import type { SMTPServerDataStream, SMTPServerSession } from 'smtp-server';
import { SMTPServer } from 'smtp-server';

/**
 * What the mail server does with the next mail. `drop` takes all of it and breaks the connection before it answers, so that the
 * sender can't know whether it arrived.
 */
export type MailMode = 'accept' | 'refuse for now (421)' | 'refuse (550)' | 'drop';

/** One mail as it came in. */
export interface ReceivedMail {
  from: string;
  to: string[];
  /** The message as bytes on the wire. */
  raw: string;
  /** The message as a library that isn't ours reads it. */
  email: Email;
}

/** A real SMTP server on a free port of 127.0.0.1. */
export interface MailPeer {
  /** `smtp://127.0.0.1:…`, the same before and after `down`. */
  readonly url: string;
  /** What was accepted, in order. */
  readonly mails: ReceivedMail[];
  /** How many deliveries were begun, refused ones included. */
  readonly attempts: number;
  mode: MailMode;
  /** Takes the server off the net: connections to it are refused. */
  down(): Promise<void>;
  /** Brings it back on the same port. */
  up(): Promise<void>;
  /** Resolves with the mails as soon as there are `count` of them; fails after `within` milliseconds. */
  received(count: number, within?: number): Promise<ReceivedMail[]>;
  close(): Promise<void>;
}

export async function startMailPeer(): Promise<MailPeer> {
  const mails: ReceivedMail[] = [];
  let attempts = 0;
  let port = 0;
  let server: SMTPServer | null = null;

  const take = async (stream: SMTPServerDataStream, session: SMTPServerSession): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    const raw = Buffer.concat(chunks);
    if (peer.mode === 'drop') {
      for (const connection of server?.connections ?? [])
        if (connection.id === session.id) connection._socket.destroy();
      return;
    }
    const { mailFrom, rcptTo } = session.envelope;
    const email = await PostalMime.parse(raw);
    mails.push({
      from: mailFrom ? mailFrom.address : '',
      to: rcptTo.map(({ address }) => address),
      raw: raw.toString('utf8'),
      email,
    });
  };

  const listen = async (): Promise<void> => {
    const next = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      closeTimeout: 50,
      // Who 127.0.0.1 is would be asked of the network, which may take a second and a half to say nothing.
      disableReverseLookup: true,
      onMailFrom(_address, _session, done) {
        attempts += 1;
        if (peer.mode === 'refuse for now (421)') done(refusal(421, 'Try again later'));
        else done();
      },
      onRcptTo(_address, _session, done) {
        if (peer.mode === 'refuse (550)') done(refusal(550, 'No such mailbox'));
        else done();
      },
      onData(stream, session, done) {
        take(stream, session).then(() => done(), done);
      },
    });
    // A sender that is killed in mid-mail is part of the trial.
    next.on('error', () => {});
    await new Promise<void>((resolve, reject) => {
      next.server.once('error', reject);
      next.listen(port, '127.0.0.1', resolve);
    });
    port = (next.server.address() as AddressInfo).port;
    server = next;
  };

  const down = async (): Promise<void> => {
    const closing = server;
    server = null;
    if (closing) await new Promise<void>((resolve) => closing.close(() => resolve()));
  };

  const peer: MailPeer = {
    get url() {
      return `smtp://127.0.0.1:${port}`;
    },
    mails,
    get attempts() {
      return attempts;
    },
    mode: 'accept',
    down,
    up: async () => {
      if (!server) await listen();
    },
    async received(count, within = 20_000) {
      const deadline = performance.now() + within;
      while (mails.length < count) {
        if (performance.now() > deadline)
          throw new Error(`${mails.length} of ${count} mails arrived within ${within} ms`);
        await sleep(20);
      }
      return mails;
    },
    close: down,
  };
  await listen();
  return peer;
}

const refusal = (responseCode: number, message: string): Error => Object.assign(new Error(message), { responseCode });
