import type { Config } from '../config.js';

export interface Locked {
  /** The variable that decides it. */
  variable: string;
  /** What holds now; null for what nobody is shown. */
  value: string | null;
  /** Whether the environment says so, or it is what is usual. */
  given: boolean;
}

/** Without user, password and query: an address that may be shown. */
const bare = (address: string | null): string => {
  if (!address) return '';
  const { protocol, host, pathname } = new URL(address);
  return `${protocol}//${host}${pathname}`;
};

/** What the environment decides, in words for people; of secrets, that they are there. */
export function lockedByEnvironment(config: Config): Locked[] {
  const { publicUrl, smtpUrl, mailFrom, databaseUrl, dataDir, port, host, trustProxy, rateLimits, demo, logLevel } =
    config;
  const values: [variable: string, value: string | number | null][] = [
    ['BOOKPANE_PUBLIC_URL', publicUrl],
    ['SMTP_URL', bare(smtpUrl)],
    ['BOOKPANE_MAIL_FROM', mailFrom],
    ['DATABASE_URL', bare(databaseUrl)],
    ['BOOKPANE_DATA_DIR', dataDir],
    ['BOOKPANE_SECRET', null],
    ['BOOKPANE_SENSITIVE_KEY', null],
    ['PORT', port],
    ['BOOKPANE_HOST', host],
    ['BOOKPANE_TRUST_PROXY', trustProxy],
    ['BOOKPANE_RATE_LIMITS', rateLimits ? 'on' : 'off'],
    ['BOOKPANE_DEMO', demo],
    ['BOOKPANE_LOG_LEVEL', logLevel],
  ];
  return values.map(([variable, value]) => ({
    variable,
    value: value === null ? null : String(value),
    given: config.given.includes(variable),
  }));
}
