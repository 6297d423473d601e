import { activity } from './en/activity.js';
import { appointments } from './en/appointments.js';
import { bell } from './en/bell.js';
import { calendar } from './en/calendar.js';
import { catalog } from './en/catalog.js';
import { createAppointment } from './en/create-appointment.js';
import { customers } from './en/customers.js';
import { dashboard } from './en/dashboard.js';
import { detailPage } from './en/detail-page.js';
import { duplicates } from './en/duplicates.js';
import { exportWords } from './en/export.js';
import { help } from './en/help.js';
import { importWords } from './en/import.js';
import { invoiceSettings } from './en/invoice-settings.js';
import { invoices } from './en/invoices.js';
import { login } from './en/login.js';
import { mail } from './en/mail.js';
import { messages } from './en/messages.js';
import { notes } from './en/notes.js';
import { palette } from './en/palette.js';
import { picture } from './en/picture.js';
import { providers } from './en/providers.js';
import { record } from './en/record.js';
import { sensitive } from './en/sensitive.js';
import { settings } from './en/settings.js';
import { shell } from './en/shell.js';
import { team } from './en/team.js';
import { trash } from './en/trash.js';

/** The admin's words, page by page. */
export const en = {
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
