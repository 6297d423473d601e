import type { Translation } from '../../../widget/kit/words.js';
import type { mail as english } from '../en/mail.js';

export const mail: Translation<typeof english> = {
  'mail.title': 'E-Mail senden',
  'mail.newsletterTitle': 'Newsletter senden',
  'mail.to': 'An',
  'mail.subject': 'Betreff',
  'mail.text': 'Nachricht',
  'mail.textHint': 'Zeilenumbrüche bleiben. Web-Adressen werden zu Links.',
  'mail.placeholders': 'In die Nachricht einfügen',
  'mail.placeholder.firstName': 'Vorname',
  'mail.placeholder.lastName': 'Nachname',
  'mail.placeholder.name': 'Name',
  'mail.placeholder.business': 'Unternehmen',
  'mail.preview': 'Vorschau',
  'mail.previewFor': 'So sieht {name} ({email}) die E-Mail',
  'mail.previewNobody': 'Von diesen Kunden hat niemand den Newsletter abonniert.',
  'mail.noSubject': 'Noch kein Betreff',
  'mail.frame': 'Die E-Mail, wie die Empfängerin oder der Empfänger sie sieht',
  'mail.later': 'Als Entwurf behalten',
  'mail.send': 'Senden',
  'mail.sent': 'Die E-Mail an {name} ist unterwegs.',
  'mail.newsletterSent': {
    one: 'Der Newsletter an {count} Kunden ist unterwegs.',
    other: 'Der Newsletter an {count} Kunden ist unterwegs.',
  },
  'mail.counting': 'Abonnements werden gezählt …',
  'mail.recipients': {
    one: '{count} von {selected} hat den Newsletter abonniert und erhält ihn.',
    other: '{count} von {selected} haben den Newsletter abonniert und erhalten ihn.',
  },
  'mail.recipientsWhy':
    'Ein Newsletter geht nur an Kunden, die ihn möchten, an jede Adresse einmal, und jede E-Mail hat einen Link zum Abbestellen.',
  'mail.askTitle': 'Diesen Newsletter jetzt senden?',
  'mail.askText': '„{subject}“ geht sofort hinaus und lässt sich nicht zurückholen.',
  'mail.askBack': 'Zurück',
  'mail.askSend': { one: 'An {count} Kunden senden', other: 'An {count} Kunden senden' },
  'mail.noAddress': 'Es ist keine E-Mail-Adresse hinterlegt. Tragen Sie eine ein, dann können Sie schreiben.',
  'mail.nobody': 'Von diesen Kunden hat niemand den Newsletter abonniert: Es gibt niemanden, an den er gehen könnte.',
  'mail.notInUse': 'Dieser Kunde liegt im Papierkorb. Stellen Sie ihn wieder her, dann können Sie schreiben.',
  'mail.enough':
    'Mehr E-Mails lassen sich an einem Tag nicht senden. Ihr Entwurf bleibt: Versuchen Sie es morgen wieder.',
  'mail.noPlaceholder': 'Den Platzhalter {name} gibt es nicht. Nutzen Sie die Knöpfe darunter.',
  'mail.braces': 'Die Klammern passen nicht zusammen. Nutzen Sie für Platzhalter die Knöpfe darunter.',
  'mail.subjectWrong': 'Schreiben Sie einen Betreff von einer Zeile, höchstens 200 Zeichen.',
  'mail.textWrong': 'Schreiben Sie eine Nachricht von höchstens 15.000 Zeichen.',
};
