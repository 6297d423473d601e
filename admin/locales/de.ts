import { activity } from './de/activity.js';
import { appointments } from './de/appointments.js';
import { bell } from './de/bell.js';
import { calendar } from './de/calendar.js';
import { catalog } from './de/catalog.js';
import { createAppointment } from './de/create-appointment.js';
import { customers } from './de/customers.js';
import { dashboard } from './de/dashboard.js';
import { detailPage } from './de/detail-page.js';
import { duplicates } from './de/duplicates.js';
import { exportWords } from './de/export.js';
import { help } from './de/help.js';
import { importWords } from './de/import.js';
import { invoiceSettings } from './de/invoice-settings.js';
import { invoices } from './de/invoices.js';
import { login } from './de/login.js';
import { mail } from './de/mail.js';
import { messages } from './de/messages.js';
import { notes } from './de/notes.js';
import { palette } from './de/palette.js';
import { picture } from './de/picture.js';
import { providers } from './de/providers.js';
import { record } from './de/record.js';
import { sensitive } from './de/sensitive.js';
import { settings } from './de/settings.js';
import { shell } from './de/shell.js';
import { team } from './de/team.js';
import { trash } from './de/trash.js';

/** The admin's words in German, as Austria and Switzerland read them too. */
export const de = {
  ...shell,
  ...notes,
  ...detailPage,
  ...bell,
  ...activity,
  ...team,
  ...appointments,
  ...dashboard,
  ...palette,
  ...calendar,
  ...catalog,
  ...createAppointment,
  ...customers,
  ...duplicates,
  ...exportWords,
  ...importWords,
  ...invoices,
  ...invoiceSettings,
  ...login,
  ...mail,
  ...messages,
  ...providers,
  ...record,
  ...settings,
  ...picture,
  ...sensitive,
  ...help,
  ...trash,
} as const;
