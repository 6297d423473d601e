import type { HelpTexts } from './contents.js';
import appointments from './en/appointments.md';
import calendar from './en/calendar.md';
import catalog from './en/catalog.md';
import customer from './en/customer.md';
import customers from './en/customers.md';
import dashboard from './en/dashboard.md';
import duplicates from './en/duplicates.md';
import exportPage from './en/export.md';
import importPage from './en/import.md';
import invoices from './en/invoices.md';
import mail from './en/mail.md';
import messages from './en/messages.md';
import notes from './en/notes.md';
import providers from './en/providers.md';
import settings from './en/settings.md';
import start from './en/start.md';
import team from './en/team.md';
import trash from './en/trash.md';

/** The help pages in English. */
export const en: HelpTexts = {
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
