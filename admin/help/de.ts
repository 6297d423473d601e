import type { HelpTexts } from './contents.js';
import appointments from './de/appointments.md';
import calendar from './de/calendar.md';
import catalog from './de/catalog.md';
import customer from './de/customer.md';
import customers from './de/customers.md';
import dashboard from './de/dashboard.md';
import duplicates from './de/duplicates.md';
import exportPage from './de/export.md';
import importPage from './de/import.md';
import invoices from './de/invoices.md';
import mail from './de/mail.md';
import messages from './de/messages.md';
import notes from './de/notes.md';
import providers from './de/providers.md';
import settings from './de/settings.md';
import start from './de/start.md';
import team from './de/team.md';
import trash from './de/trash.md';

/** The help pages in German. */
export const de: HelpTexts = {
  start,
  calendar,
  appointments,
  dashboard,
  customers,
  customer,
  notes,
  trash,
  duplicates,
  import: importPage,
  export: exportPage,
  mail,
  catalog,
  invoices,
  messages,
  providers,
  team,
  settings,
};
