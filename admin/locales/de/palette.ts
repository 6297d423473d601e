import type { Translation } from '../../../widget/kit/words.js';
import type { palette as en } from '../en/palette.js';

export const palette = {
  'palette.open': 'Gehe zu …',
  'palette.label': 'Seiten, Kunden und Termine suchen',
  'palette.hint': 'Eine Seite, ein Name, eine Buchungsnummer …',
  'palette.pages': 'Seiten',
  'palette.actions': 'Aktionen',
  'palette.customers': 'Kunden',
  'palette.appointments': 'Termine',
  'palette.addCustomer': 'Kunden anlegen',
  'palette.importCustomers': 'Kunden importieren',
  'palette.newInvoice': 'Rechnung schreiben',
  'palette.whyNoTimes': 'Warum gibt es keine Zeiten?',
  'palette.account': 'Ihr Konto',
  'palette.help': 'Hilfe',
  'palette.signOut': 'Abmelden',
  'palette.nothing': 'So heißt hier nichts.',
  'palette.count': { one: '{count} gefunden', other: '{count} gefunden' },
} as const satisfies Translation<typeof en>;
