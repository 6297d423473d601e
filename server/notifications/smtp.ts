import { createTransport } from 'nodemailer';
import { MINUTE } from '../lib/time-zone.js';
import { mimeOf } from './mime.js';
import type { Outcome, Transport } from './transport.js';

/** An SMTP server has four minutes for a mail; delivery's lease is longer. */
const longestSend = 4 * MINUTE;

interface SmtpError {
  code?: string;
  message?: string;
  response?: string;
  responseCode?: number;
}

/** Sends through the SMTP server at `url` (`smtp://user:password@host:587`, `smtps://…`). */
export function smtpTransport(url: string): Transport {
  const pool = createTransport({
    url,
    pool: true,
    maxConnections: 3,
    // Trying again is delivery's, which remembers it: the pool's own would send twice when a connection breaks after DATA.
    maxRequeues: 0,
    idleTimeout: MINUTE,
    connectionTimeout: 10_000,
    dnsTimeout: 10_000,
    greetingTimeout: 15_000,
    socketTimeout: MINUTE,
  });
  return {
    async send(mail) {
      try {
        const { response } = await pool.sendMail({ ...mimeOf(mail), signal: AbortSignal.timeout(longestSend) });
        return { result: 'sent', answer: response };
      } catch (error) {
        return failureOf(error as SmtpError);
      }
    },
    async close() {
      pool.close();
    },
  };
}

/**
 * Only a 5xx to this very mail (sender, recipient, content) is for good. A server that does not know us, or greets with an
 * error, may know us tomorrow: nothing may be lost over a password.
 */
function failureOf(error: SmtpError): Outcome {
  const { code, message = '', response, responseCode = 0 } = error;
  const answer = response || message || code || 'no answer';
  if (neverBegan(error)) return { result: 'not reached', answer };
  const ofThisMail = code === 'EENVELOPE' || code === 'EMESSAGE';
  return { result: ofThisMail && responseCode >= 500 ? 'refused for good' : 'failed for now', answer };
}

/** Nothing of the mail left this machine. A connection that broke later is not among these: the mail may have arrived. */
const neverBegan = ({ code, message = '' }: SmtpError): boolean =>
  ['EDNS', 'ETLS', 'EAUTH', 'ENOAUTH', 'EPROTOCOL'].includes(code ?? '') ||
  (code === 'ESOCKET' && message.startsWith('connect ')) ||
  (code === 'ETIMEDOUT' && message !== 'Timeout');
