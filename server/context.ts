import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { createPasswords } from './accounts/passwords.js';
import { createAccounts } from './accounts/service.js';
import { recordAudit } from './audit/record.js';
import { readTaken } from './availability/queries-taken.js';
import { createAvailability } from './availability/service.js';
import type { BookingDeps } from './bookings/deps.js';
import { forgetOldKeys } from './bookings/idempotency.js';
import { createCatalog } from './catalog/service.js';
import type { Config } from './config.js';
import { recogniseCustomer } from './customers/recognise.js';
import type { Db } from './db/connect.js';
import type { Clock } from './lib/clock.js';
import type { Random } from './lib/ids.js';
import { deriveToken } from './lib/ids.js';
import type { Log } from './lib/log.js';
import { folderTransport } from './notifications/folder.js';
import { createNotifications } from './notifications/service.js';
import { smtpTransport } from './notifications/smtp.js';
import { announce } from './outbox/announce.js';
import { createProviders } from './providers/service.js';
import { createSettings } from './settings/service.js';

/** What the world gives a server; tests give another clock and repeatable randomness. */
export interface World {
  config: Config;
  db: Db;
  clock: Clock;
  random: Random;
  log: Log;
  /** Makes manage tokens; at least 32 characters. */
  secret: string;
}

export type Context = ReturnType<typeof createContext>;

/** The composition root: the only place that builds services and hands them to one another. */
export function createContext(world: World) {
  const { config, db, clock, random, log, secret } = world;
  const record = recordAudit;
  const manageToken = (reference: string): string => deriveToken(secret, 'manage', reference);
  // The token is in the fragment: no server's log, no Referer and no link scanner ever holds it (ATTACKS S66, S81).
  const manageUrl = (reference: string): string => `${config.publicUrl}/manage/${reference}#${manageToken(reference)}`;

  const settings = createSettings({ db, clock });
  const catalog = createCatalog({ db, clock, record });
  const providers = createProviders({ db, clock, record });
  const accounts = createAccounts({
    db,
    clock,
    random,
    record,
    passwords: createPasswords(availableParallelism()),
    businessName: async () => (await settings.site()).name,
  });
  const availability = createAvailability({ db, clock });
  const notifications = createNotifications({
    db,
    clock,
    random,
    log,
    transport: config.smtpUrl ? smtpTransport(config.smtpUrl) : folderTransport(join(config.dataDir, 'mail')),
    manageUrl: (_bookingId, reference) => manageUrl(reference),
    site: settings.site,
    mailFrom: config.mailFrom,
    publicUrl: config.publicUrl,
  });
  const bookings: BookingDeps = {
    db,
    clock,
    random,
    record,
    announce,
    snapshot: availability.snapshot,
    lastSeen: availability.lastSeen,
    readTaken,
    alternatives: availability.alternatives,
    recognise: recogniseCustomer,
    site: settings.site,
    manageToken,
    manageUrl,
    defaultZone: async () => [...(await availability.snapshot()).business.locations.values()][0]?.zone ?? 'UTC',
    calendarFile: notifications.calendar,
    nudge: notifications.nudge,
  };
  return {
    ...world,
    record,
    settings,
    catalog,
    providers,
    accounts,
    availability,
    notifications,
    bookings,
    /** What the timetable calls. */
    upkeep: { forgetOldKeys: () => forgetOldKeys(db, clock.now()), endOldSessions: () => accounts.sweep() },
  };
}
