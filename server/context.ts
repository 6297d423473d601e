import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { TeamDeps } from './accounts/deps.js';
import { liveLink } from './accounts/live-link.js';
import { createPasswords } from './accounts/passwords.js';
import { createAccounts } from './accounts/service.js';
import { recordAudit } from './audit/record.js';
import { sealAudit } from './audit/seal.js';
import { readFitting } from './availability/queries-fit.js';
import { readTaken } from './availability/queries-taken.js';
import { createAvailability } from './availability/service.js';
import { decide } from './bookings/decision.js';
import type { BookingDeps } from './bookings/deps.js';
import { forgetOldKeys } from './bookings/idempotency.js';
import { createLiveCalendars } from './bookings/live-calendars.js';
import { seesAppointmentsOf } from './bookings/scope.js';
import { dropUnused, keepPicture, pictureAddress } from './catalog/picture/store.js';
import { createCatalog } from './catalog/service.js';
import type { Config } from './config.js';
import { forgetOldGreetings, greetBirthdays } from './customers/birthday/greeting.js';
import { forgetOldBulkActions } from './customers/bulk/forget.js';
import { findNewPairs } from './customers/duplicates/finding.js';
import { forgetOldMerges } from './customers/duplicates/undoing.js';
import type { ImportDeps } from './customers/import/deps.js';
import { forgetOldImports } from './customers/import/forgetting.js';
import { createImportWork } from './customers/import/work.js';
import { makeCampaignMails } from './customers/mail/campaign-mails.js';
import type { MailDeps } from './customers/mail/deps.js';
import { unsubscribeLinks } from './customers/mail/unsubscribe.js';
import { announceReminders, pruneNotes } from './customers/notes/upkeep.js';
import { recogniseCustomer } from './customers/recognise.js';
import { completeOldCustomers } from './customers/record/complete.js';
import { chosenForBooking, newForBooking } from './customers/record/for-booking.js';
import { advanceVisits, expectVisit, refreshVisits } from './customers/record/visits.js';
import type { TrashDeps } from './customers/trash/deps.js';
import type { Db } from './db/connect.js';
import { transact } from './db/transact.js';
import { clearBusiness } from './demo/clear.js';
import type { FirstRunDeps } from './first-run/deps.js';
import type { InvoiceDeps } from './invoices/deps.js';
import { drawUpByItself } from './invoices/drawing-up-by-itself.js';
import { fileById } from './invoices/mailing.js';
import type { Clock } from './lib/clock.js';
import { createFieldCipher } from './lib/field-cipher.js';
import type { Random } from './lib/ids.js';
import { deriveToken } from './lib/ids.js';
import type { Log } from './lib/log.js';
import type { LoginDeps } from './logins/deps.js';
import type { MakeLoginReady } from './logins/ready-login.js';
import { readyLogin } from './logins/ready-login.js';
import { forgetOldNotices } from './notices/routes.js';
import { tellStaff } from './notices/tell.js';
import { folderTransport } from './notifications/folder.js';
import { createNotifications } from './notifications/service.js';
import { smtpTransport } from './notifications/smtp.js';
import { writeMail } from './notifications/written-mail.js';
import { announce } from './outbox/announce.js';
import { createImpact } from './providers/impact.js';
import { createProviders } from './providers/service.js';
import type { ReportDeps } from './reports/deps.js';
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

  const cipher = createFieldCipher(config.sensitiveKey ?? secret, random);
  const settings = createSettings({ db, clock, record });
  const catalog = createCatalog({ db, clock, record, publicUrl: config.publicUrl });
  const providers = createProviders({ db, clock, record });
  const impact = createImpact({
    ...{ db, clock, record },
    readFitting,
    sees: seesAppointmentsOf,
  });
  // One queue for all that is hashed: it bounds the memory of this process.
  const passwords = createPasswords(availableParallelism());
  const businessName = async (): Promise<string> => (await settings.site()).name;
  const logins: LoginDeps = { db, clock, record, passwords, businessName };
  const ready: MakeLoginReady = (actor, wish, whose) => readyLogin(logins, actor, wish, whose);
  const team: TeamDeps = {
    db,
    clock,
    random,
    record,
    passwords,
    businessName,
    announce,
    linkToken: (seed) => deriveToken(secret, 'account', seed),
    nudge: () => notifications.nudge(),
  };
  const accounts = createAccounts(team);
  const availability = createAvailability({ db, clock });
  const mail: MailDeps = {
    db,
    clock,
    random,
    record,
    write: (wish) => writeMail(wish, settings.site),
    publicUrl: config.publicUrl,
    unsubscribeSeal: (customerId, emailFolded) => deriveToken(secret, 'unsubscribe', `${customerId}\0${emailFolded}`),
    nudge: () => notifications.nudgeDelivery(),
  };
  const notifications = createNotifications({
    db,
    clock,
    random,
    log,
    transport: config.smtpUrl ? smtpTransport(config.smtpUrl) : folderTransport(join(config.dataDir, 'mail')),
    manageUrl: (_bookingId, reference) => manageUrl(reference),
    accountLink: (accountId, purpose) => liveLink(team, config.publicUrl, accountId, purpose),
    unsubscribeLinks: (customerId, emailFolded, from) => unsubscribeLinks(mail, customerId, emailFolded, from),
    invoiceFile: (id) => fileById(invoices, id),
    makeNewsletters: (signal) => makeCampaignMails(mail, signal),
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
    newCustomer: (actor, customer) =>
      newForBooking({ db, clock, record, cipher, forms: settings.all, readyLogin: ready }, actor, customer),
    chosenCustomer: chosenForBooking,
    fingerprint: (text) => deriveToken(secret, 'fingerprint', text),
    tellStaff,
    expectVisit,
    refreshVisits,
    site: settings.site,
    manageToken,
    manageUrl,
    defaultZone: async () =>
      (await settings.all()).timeZone ??
      [...(await availability.snapshot()).business.locations.values()][0]?.zone ??
      'UTC',
    calendarFile: notifications.calendar,
    nudge: notifications.nudge,
  };
  const invoices: InvoiceDeps = {
    ...mail,
    settings: settings.all,
    zone: bookings.defaultZone,
  };
  const trash: TrashDeps = {
    db,
    clock,
    record,
    cancelBooking: (bookingId, actor) =>
      decide(bookings, { bookingId, decision: 'cancelled', by: 'business', reason: '', actor }),
  };
  const firstRun: FirstRunDeps = {
    db,
    clock,
    random,
    record,
    writeSetting: settings.write,
    settings: settings.all,
    forgetSettings: settings.forget,
    hashPassword: passwords.hash,
    addOwner: accounts.addOwner,
    linkToken: (seed) => deriveToken(secret, 'first-run', seed),
    clearBusiness,
  };
  const importing: ImportDeps = { db, clock, random, log, record, tell: tellStaff, forms: settings.all };
  const imports = createImportWork(importing);
  const reports: ReportDeps = {
    db,
    clock,
    snapshot: availability.snapshot,
    defaultZone: bookings.defaultZone,
    settings: settings.all,
  };
  return {
    ...world,
    reports,
    record,
    imports,
    importing,
    firstRun,
    cipher,
    settings,
    catalog,
    providers,
    impact,
    pictures: { addressOf: pictureAddress, keep: keepPicture, dropUnused },
    feed: { db, clock, random, record, publicUrl: config.publicUrl, site: settings.site, sees: seesAppointmentsOf },
    accounts,
    team,
    logins,
    readyLogin: ready,
    availability,
    notifications,
    bookings,
    /** What open calendars are told. */
    live: createLiveCalendars(availability.snapshot, (error) =>
      log.warn({ err: error }, 'open calendars were not told'),
    ),
    mail,
    trash,
    invoices,
    /** What the timetable calls. */
    upkeep: {
      forgetOldKeys: () => forgetOldKeys(db, clock.now()),
      endOldSessions: () => accounts.sweep(),
      advanceVisits: () => advanceVisits(db, clock.now()),
      announceReminders: () => announceReminders({ db, announce, nudge: notifications.nudge }, clock.now()),
      forgetNotes: async () => (await pruneNotes(db, clock.now())) + (await forgetOldNotices(db, clock.now())),
      greetBirthdays: () =>
        greetBirthdays(
          { db, announce, nudge: notifications.nudge, settings: settings.all, defaultZone: bookings.defaultZone },
          clock.now(),
        ),
      forgetGreetings: () => forgetOldGreetings(db, clock.now()),
      findDuplicates: () => findNewPairs({ db, clock, tell: tellStaff }),
      forgetMerges: () => transact(db, (tx) => forgetOldMerges(tx, clock.now())),
      drawUpInvoices: () => drawUpByItself(invoices),
      sealAudit: () => sealAudit(db, secret, clock.now()),
      resumeImports: () => imports.resume(),
      forgetImports: () => forgetOldImports(db, clock.now()),
      forgetBulkActions: () => forgetOldBulkActions(db, clock.now()),
      completeCustomers: async () => completeOldCustomers(db, (await settings.site()).country),
    },
  };
}
