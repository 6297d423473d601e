import type { Translation } from '../kit/words.js';
import type { pagesEn } from './pages-en.js';

/** German: friendly, with Sie. */
export const pagesDe: Translation<typeof pagesEn> = {
  'page.title': 'Termin bei {business}',
  'page.demo': 'Eine Demo: Nichts hier ist echt, probieren Sie alles aus.',
  'page.by': 'Terminbuchung mit {product}',

  'manage.title': 'Ihr Termin',
  'manage.confirmed': 'Wir freuen uns auf Ihren Besuch.',
  'manage.pending': 'Dies ist eine Anfrage: Sobald sie bestätigt ist, bekommen Sie eine E-Mail.',
  'manage.cancelled': 'Dieser Termin ist abgesagt. Wir hoffen, Sie ein andermal zu sehen.',
  'manage.rejected': 'Leider hat es zu dieser Zeit nicht geklappt. Bitte wählen Sie eine andere.',
  'manage.past': 'Dieser Besuch ist vorbei. Wir hoffen, Sie wiederzusehen.',
  'manage.until': 'Sie können hier bis {time} absagen.',
  'manage.late': 'Online absagen ist nicht mehr möglich',
  'manage.lateText': 'Wenn Sie nicht kommen können, sagen Sie bitte direkt Bescheid: {place}, {address}.',
  'manage.lateTextShort': 'Wenn Sie nicht kommen können, sagen Sie bitte direkt Bescheid: {place}.',
  'manage.cancel': 'Diesen Termin absagen',
  'manage.cancelTitle': 'Diesen Termin absagen?',
  'manage.cancelText': 'Ihre Zeit wird für andere frei. Das lässt sich nicht rückgängig machen.',
  'manage.reason': 'Grund',
  'manage.keep': 'Behalten',
  'manage.confirmCancel': 'Termin absagen',
  'manage.close': 'Schließen',
  'manage.bookNew': 'Neuen Termin buchen',
  'manage.wrong': 'Dieser Link öffnet keinen Termin',
  'manage.wrongText':
    'Vielleicht ist er unvollständig. Bitte öffnen Sie ihn noch einmal aus Ihrer Bestätigungs-E-Mail, oder buchen Sie einen neuen Termin.',
  'manage.failed': 'Ihr Termin konnte nicht geladen werden',

  'news.title': 'Newsletter',
  'news.ask': 'Den Newsletter abbestellen?',
  'news.askText': 'Sie erhalten keine Neuigkeiten mehr per E-Mail. Bestätigungen Ihrer Buchungen kommen weiterhin an.',
  'news.leave': 'Abbestellen',
  'news.out': 'Sie haben den Newsletter abbestellt',
  'news.outText': 'An Ihre Adresse gehen keine Newsletter von {business} mehr.',
  'news.back': 'Wieder abonnieren',
  'news.in': 'Sie haben den Newsletter wieder abonniert',
  'news.inText': 'Sie erhalten den Newsletter von {business} weiterhin.',
  'greet.ask': 'Keine Geburtstagsgrüße mehr?',
  'greet.askText': 'Sie erhalten zum Geburtstag keine E-Mail mehr. Bestätigungen Ihrer Buchungen kommen weiterhin an.',
  'greet.leave': 'Grüße abbestellen',
  'greet.out': 'Sie erhalten keine Grüße mehr',
  'greet.outText': 'An Ihre Adresse gehen keine Geburtstagsgrüße von {business} mehr.',
  'greet.back': 'Wieder erhalten',
  'greet.in': 'Sie werden wieder gegrüßt',
  'greet.inText': 'Sie erhalten weiterhin zum Geburtstag einen Gruß von {business}.',
  'news.wrong': 'Dieser Link führt nirgendwohin mehr',
  'news.wrongText':
    'Er ist vielleicht unvollständig, oder Ihre Adresse hat sich seither geändert. Bitte sagen Sie es {business} direkt.',
  'news.failed': 'Das hat nicht geklappt. Bitte versuchen Sie es gleich noch einmal.',

  'status.cancelled': 'Abgesagt',
  'status.rejected': 'Abgelehnt',
};
