import type { Translation } from '../../../widget/kit/words.js';
import type { launchEn } from './launch-en.js';

export const launchDe: Translation<typeof launchEn> = {
  'launch.title': 'Auf dem Weg zu den ersten Kunden',
  'launch.done': '{done} von {steps} erledigt',
  'launch.isDone': 'Erledigt',
  'launch.open': 'Offen',
  'launch.hide': 'Liste ausblenden',
  'launch.hidden': 'Die Liste ist ausgeblendet.',
  'launch.booked': 'Einen ersten Termin buchen',
  'launch.bookedText': 'Auf Ihrer Buchungsseite, wie es ein Kunde täte.',
  'launch.embedded': 'Die Buchung auf Ihre Website bringen',
  'launch.embeddedText': 'Hakt sich ab, sobald eine Seite Ihrer Website danach fragt.',
  'launch.mail': 'Mails hinausgehen lassen',
  'launch.mailText': 'Bis SMTP_URL einen Mailserver nennt, liegen sie unter Nachrichten.',
  'launch.address': 'Eine Adresse mit https haben',
  'launch.addressText': 'BOOKPANE_PUBLIC_URL ist die Adresse, die Kunden sehen.',
  'launch.terms': 'Ihre Bedingungen schreiben',
  'launch.termsText': 'Womit Kunden beim Buchen einverstanden sind.',
  'demo.title': 'Das ist ein Geschäft zum Ausprobieren',
  'demo.text':
    'Sehen Sie sich um und probieren Sie alles. Wenn Sie genug gesehen haben, beginnen Sie mit Ihrem eigenen.',
  'demo.start': 'Mit meinem eigenen Geschäft beginnen',
  'demo.question': 'Die Demo entfernen?',
  'demo.warning':
    'Alles darin wird endgültig entfernt: Termine, Kunden, Leistungen und die Zugänge des Teams, auch Ihrer. Danach beginnt die Einrichtung.',
  'demo.name': 'Tippen Sie {name}, um fortzufahren',
  'demo.keep': 'Demo behalten',
  'demo.remove': 'Demo entfernen',
};
