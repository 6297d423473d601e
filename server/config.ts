import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { email } from './lib/fields.js';

/** What the environment decided, read once at start-up and frozen. `example.env` explains each variable. */
export interface Config {
  readonly port: number;
  readonly host: string;
  /** Where people reach this server, without a slash at its end. Links in mails are made from it, never from a request. */
  readonly publicUrl: string;
  readonly databaseUrl: string | null;
  readonly dataDir: string;
  readonly smtpUrl: string | null;
  readonly mailFrom: string;
  /** Makes manage tokens; null means: kept in a file of the data folder. */
  readonly secret: string | null;
  /** Seals national ids and the like; null means: the secret does. */
  readonly sensitiveKey: string | null;
  readonly adminEmail: string | null;
  readonly adminPassword: string | null;
  readonly demo: 'auto' | 'off';
  readonly trustProxy: number;
  readonly logLevel: string;
  readonly databasePool: number;
  /** Off only behind something that limits by itself, and under test. */
  readonly rateLimits: boolean;
  /** True on a developer's machine: `/kit` is served, and answers are checked against the endpoint table. */
  readonly development: boolean;
  /** The variables that were set, by their names. */
  readonly given: readonly string[];
}

/** Every variable at fault, each with what it should be. */
export class ConfigError extends Error {
  constructor(readonly problems: string[]) {
    super(
      `The configuration has ${problems.length === 1 ? 'a problem' : `${problems.length} problems`}:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`,
    );
    this.name = 'ConfigError';
  }
}

const whole = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d+$/, `must be a whole number from ${min} to ${max}`)
    .transform(Number)
    .refine((value) => value >= min && value <= max, `must be a whole number from ${min} to ${max}`);
const url = (pattern: RegExp, wanted: string) =>
  z.string().refine((text) => pattern.test(text) && URL.canParse(text), wanted);

const variables = {
  PORT: whole(0, 65535).default(3000),
  BOOKPANE_HOST: z.string().min(1).default('127.0.0.1'),
  BOOKPANE_PUBLIC_URL: url(/^https?:\/\/[^/?#]+\/?$/, 'must be an address such as https://book.example.com').optional(),
  DATABASE_URL: url(
    /^(?:mysql|mariadb):\/\/./,
    'must be mysql://user:password@host:3306/database; leave it out for the embedded file',
  ).optional(),
  BOOKPANE_DATA_DIR: z.string().min(1).default('data'),
  SMTP_URL: url(
    /^smtps?:\/\/./,
    'must be smtp://user:password@host:587 or smtps://…; leave it out to keep mail in a folder',
  ).optional(),
  BOOKPANE_MAIL_FROM: email.default('bookings@bookpane.example'),
  BOOKPANE_SECRET: z.string().min(32, 'must be at least 32 characters').optional(),
  BOOKPANE_SENSITIVE_KEY: z.string().min(32, 'must be at least 32 characters').optional(),
  BOOKPANE_ADMIN_EMAIL: email.optional(),
  BOOKPANE_ADMIN_PASSWORD: z.string().min(15, 'must be at least 15 characters').max(256).optional(),
  BOOKPANE_DEMO: z.enum(['auto', 'off'], 'must be auto or off').default('auto'),
  BOOKPANE_TRUST_PROXY: whole(0, 10).default(0),
  BOOKPANE_LOG_LEVEL: z
    .enum(
      ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'],
      'must be one of fatal, error, warn, info, debug, trace, silent',
    )
    .default('info'),
  BOOKPANE_RATE_LIMITS: z.enum(['on', 'off'], 'must be on or off').default('on'),
  BOOKPANE_DATABASE_POOL: whole(1, 100).default(8),
  NODE_ENV: z
    .enum(['production', 'development', 'test'], 'must be production, development or test')
    .default('production'),
};

const secrets = [
  'DATABASE_URL',
  'SMTP_URL',
  'BOOKPANE_SECRET',
  'BOOKPANE_SENSITIVE_KEY',
  'BOOKPANE_ADMIN_PASSWORD',
] as const;

/**
 * Reads the configuration. Throws one ConfigError that names every variable at fault; an unknown `BOOKPANE_…` is one, since it is
 * most often a slip of the pen. A secret may also come from the file that `NAME_FILE` points to.
 */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const problems: string[] = [];
  const given = withSecretFiles(environment, problems);
  for (const name of Object.keys(given)) {
    if (name.startsWith('BOOKPANE_') && !name.startsWith('BOOKPANE_TEST_') && !(name in variables))
      problems.push(`${name} is not known; see example.env`);
  }
  const values: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries(variables)) {
    const raw = given[name] === '' ? undefined : given[name];
    const parsed = schema.safeParse(raw);
    if (parsed.success) values[name] = parsed.data;
    else problems.push(`${name} ${parsed.error.issues[0]?.message ?? 'is not valid'}`);
  }
  if (problems.length > 0) throw new ConfigError(problems);
  const env = values as { [Name in keyof typeof variables]: z.output<(typeof variables)[Name]> };
  return Object.freeze({
    port: env.PORT,
    host: env.BOOKPANE_HOST,
    publicUrl: (env.BOOKPANE_PUBLIC_URL ?? `http://localhost:${env.PORT}`).replace(/\/$/, ''),
    databaseUrl: env.DATABASE_URL ?? null,
    dataDir: env.BOOKPANE_DATA_DIR,
    smtpUrl: env.SMTP_URL ?? null,
    mailFrom: env.BOOKPANE_MAIL_FROM,
    secret: env.BOOKPANE_SECRET ?? null,
    sensitiveKey: env.BOOKPANE_SENSITIVE_KEY ?? null,
    adminEmail: env.BOOKPANE_ADMIN_EMAIL ?? null,
    adminPassword: env.BOOKPANE_ADMIN_PASSWORD ?? null,
    demo: env.BOOKPANE_DEMO,
    trustProxy: env.BOOKPANE_TRUST_PROXY,
    logLevel: env.BOOKPANE_LOG_LEVEL,
    databasePool: env.BOOKPANE_DATABASE_POOL,
    rateLimits: env.BOOKPANE_RATE_LIMITS === 'on',
    development: env.NODE_ENV !== 'production',
    given: Object.keys(variables).filter((name) => given[name] !== undefined && given[name] !== ''),
  });
}

function withSecretFiles(
  environment: Record<string, string | undefined>,
  problems: string[],
): Record<string, string | undefined> {
  const given = { ...environment };
  for (const name of secrets) {
    const file = given[`${name}_FILE`];
    delete given[`${name}_FILE`];
    if (!file) continue;
    if (given[name]) problems.push(`${name} and ${name}_FILE are both set; keep one`);
    try {
      given[name] = readFileSync(file, 'utf8').trim();
    } catch {
      problems.push(`${name}_FILE points to a file that can't be read: ${file}`);
    }
  }
  return given;
}
