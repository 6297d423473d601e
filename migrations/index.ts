import type { Migration } from '../server/db/migrate.js';
import { settings } from './0001-settings.js';
import { versions } from './0002-versions.js';
import { calendars } from './0003-calendars.js';
import { locations } from './0004-locations.js';
import { categories } from './0005-categories.js';
import { services } from './0006-services.js';
import { providers } from './0007-providers.js';
import { providerLocations } from './0008-provider-locations.js';
import { providerServices } from './0009-provider-services.js';
import { workingHours } from './0010-working-hours.js';
import { specialDays } from './0011-special-days.js';
import { absences } from './0012-absences.js';
import { closures } from './0013-closures.js';
import { customers } from './0014-customers.js';
import { appointments } from './0015-appointments.js';
import { bookings } from './0016-bookings.js';
import { bookingItems } from './0017-booking-items.js';
import { decisions } from './0018-decisions.js';
import { idempotencyKeys } from './0019-idempotency-keys.js';
import { outbox } from './0020-outbox.js';
import { messages } from './0021-messages.js';
import { audit } from './0022-audit.js';
import { accounts } from './0023-accounts.js';
import { sessions } from './0024-sessions.js';
import { rateLimits } from './0025-rate-limits.js';
import { jobRuns } from './0026-job-runs.js';
import { customerRecord } from './0027-customer-record.js';
import { customerWords } from './0028-customer-words.js';
import { ownerRole } from './0029-owner-role.js';
import { bookingsByCustomer } from './0030-booking-indexes.js';
import { itemIndexes } from './0031-item-indexes.js';
import { customerPairs } from './0032-customer-pairs.js';
import { customerListIndexes } from './0033-customer-list-indexes.js';
import { searchOrder } from './0034-search-order.js';
import { customerSensitive } from './0038-customer-sensitive.js';
import { customerPictures } from './0039-customer-pictures.js';
import { customerNotes } from './0041-customer-notes.js';
import { notices } from './0042-notices.js';
import { noticeReads } from './0043-notice-reads.js';
import { bulkActions } from './0045-bulk-actions.js';
import { bulkActionRows } from './0046-bulk-action-rows.js';
import { auditSeals } from './0047-audit-seals.js';
import { outboxByAge } from './0048-outbox-by-age.js';
import { imports } from './0049-imports.js';
import { importPieces } from './0050-import-pieces.js';
import { importChunks } from './0051-import-chunks.js';
import { importRows } from './0052-import-rows.js';
import { importMappings } from './0053-import-mappings.js';
import { messageCustomer } from './0054-message-customer.js';
import { exportTickets } from './0055-export-tickets.js';
import { campaigns } from './0056-campaigns.js';
import { roles } from './0058-roles.js';
import { accountColumns } from './0059-account-columns.js';
import { accountKeys } from './0060-account-keys.js';
import { teamVersion } from './0061-team-version.js';
import { merges } from './0063-merges.js';
import { birthDateIndex } from './0064-birth-date-index.js';
import { logins } from './0065-logins.js';
import { customerLogin } from './0066-customer-login.js';
import { birthdayGreetings } from './0067-birthday-greetings.js';
import { appointmentsByStatus } from './0070-appointments-by-status.js';
import { appointmentsByCreation } from './0071-appointments-by-creation.js';
import { pictures } from './0075-pictures.js';
import { serviceLinks } from './0076-service-links.js';
import { extras } from './0077-extras.js';
import { extraServices } from './0078-extra-services.js';
import { bookedExtras } from './0079-booked-extras.js';
import { hoursPeriods } from './0080-hours-periods.js';
import { workingHoursPeriod } from './0081-working-hours-period.js';
import { calendarFeeds } from './0082-calendar-feeds.js';
import { invoices } from './0088-invoices.js';
import { invoiceLines } from './0089-invoice-lines.js';
import { invoiceSeries } from './0090-invoice-series.js';
import { invoiceRuns } from './0091-invoice-runs.js';
import { invoicesByTotal } from './0092-invoices-by-total.js';
import { termsVersions } from './0093-terms-versions.js';

/** Every migration in order. A file that is not listed does not run; test/migrations.test.ts holds the list whole. */
export const migrations: readonly Migration[] = [
  settings,
  versions,
  calendars,
  locations,
  categories,
  services,
  providers,
  providerLocations,
  providerServices,
  workingHours,
  specialDays,
  absences,
  closures,
  customers,
  appointments,
  bookings,
  bookingItems,
  decisions,
  idempotencyKeys,
  outbox,
  messages,
  audit,
  accounts,
  sessions,
  rateLimits,
  jobRuns,
  customerRecord,
  customerWords,
  ownerRole,
  bookingsByCustomer,
  itemIndexes,
  customerPairs,
  customerListIndexes,
  searchOrder,
  customerSensitive,
  customerPictures,
  customerNotes,
  notices,
  noticeReads,
  bulkActions,
  bulkActionRows,
  auditSeals,
  outboxByAge,
  imports,
  importPieces,
  importChunks,
  importRows,
  importMappings,
  messageCustomer,
  exportTickets,
  campaigns,
  roles,
  accountColumns,
  accountKeys,
  teamVersion,
  merges,
  birthDateIndex,
  logins,
  customerLogin,
  birthdayGreetings,
  appointmentsByStatus,
  appointmentsByCreation,
  pictures,
  serviceLinks,
  extras,
  extraServices,
  bookedExtras,
  hoursPeriods,
  workingHoursPeriod,
  calendarFeeds,
  invoices,
  invoiceLines,
  invoiceSeries,
  invoiceRuns,
  invoicesByTotal,
  termsVersions,
];
