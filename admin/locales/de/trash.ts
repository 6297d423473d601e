import type { Translation } from '../../../widget/kit/words.js';
import type { trash as english } from '../en/trash.js';

export const trash: Translation<typeof english> = {
  'trash.title': '{name} in den Papierkorb legen?',
  'trash.titleMany': {
    one: '{count} Kunden in den Papierkorb legen?',
    other: '{count} Kunden in den Papierkorb legen?',
  },
  'trash.text':
    'Der Kunde verschwindet aus den Listen und kann für neue Termine nicht mehr gewählt werden. Termine, Notizen und Nachrichten bleiben, und Sie können den Kunden jederzeit wiederherstellen.',
  'trash.textMany':
    'Sie verschwinden aus den Listen und können für neue Termine nicht mehr gewählt werden. Termine, Notizen und Nachrichten bleiben, und Sie können sie jederzeit wiederherstellen.',
  'trash.includingComing': 'Auch jene mit kommenden Terminen',
  'trash.includingComingHint':
    'Ihre Termine bleiben bestehen. Ohne diesen Haken werden sie ausgelassen, und Sie sehen, wer es ist.',
  'trash.coming': { one: '{count} kommende Buchung', other: '{count} kommende Buchungen' },
  'trash.comingText':
    'Haken Sie an, was abgesagt werden soll; der Kunde erfährt es per E-Mail. Alles andere bleibt bestehen.',
  'trash.comingKept': 'Sie bleiben bestehen. Ihr Konto darf keine Buchungen absagen.',
  'trash.comingMore': {
    one: 'und {count} weitere, die bestehen bleibt',
    other: 'und {count} weitere, die bestehen bleiben',
  },
  'trash.cancelAll': 'Alle diese absagen',
  'trash.what': '{services} bei {providers}',
  'trash.past': {
    one: '{count} vergangener Termin bleibt, wie er ist.',
    other: '{count} vergangene Termine bleiben, wie sie sind.',
  },
  'trash.copyFirst': 'Vorher eine Kopie sichern:',
  'trash.copyPage': 'lesbare Seite',
  'trash.copyJson': 'JSON-Datei',
  'trash.keep': 'Kunden behalten',
  'trash.keepMany': 'Kunden behalten',
  'trash.move': 'In den Papierkorb',
  'trash.moved': '{name} liegt im Papierkorb.',
  'trash.notCancelled': {
    one: 'Der Kunde liegt im Papierkorb, doch die Buchung {references} konnte nicht abgesagt werden und besteht weiter. Sie finden sie unter Termine.',
    other:
      'Der Kunde liegt im Papierkorb, doch die Buchungen {references} konnten nicht abgesagt werden und bestehen weiter. Sie finden sie unter Termine.',
  },
  'trash.restored': '{name} ist wieder unter den Kunden.',
  'trash.restore': 'Wiederherstellen',
  'trash.cardTitle': 'Im Papierkorb seit {day}',
  'trash.cardTitleOnly': 'Im Papierkorb',
  'trash.cardText':
    'Stellen Sie diesen Kunden wieder her, um ihn zu ändern, ihm zu schreiben oder wieder für ihn zu buchen.',
  'trash.mayNotRestore': 'Ihr Konto darf keine Kunden wiederherstellen. Fragen Sie die Leitung.',
  'trash.erasedTitle': 'Dieser Kunde wurde gelöscht',
  'trash.erasedText': 'Die persönlichen Daten sind endgültig weg. Vergangene Termine bleiben unter der Kundennummer.',
  'trash.isActive': 'Dieser Kunde wurde schon wiederhergestellt.',
  'trash.isTrashed': 'Dieser Kunde liegt schon im Papierkorb.',
  'trash.isMerged': 'Dieser Kunde wurde inzwischen mit einem anderen zusammengeführt.',
  'trash.isErased': 'Dieser Kunde wurde inzwischen gelöscht.',

  'erase.open': 'Endgültig löschen …',
  'erase.title': '{name} endgültig löschen?',
  'erase.text': 'Niemand kann das rückgängig machen.',
  'erase.goes': 'Verschwindet endgültig',
  'erase.goesText':
    'Name, Kontakt, Adresse, alle anderen persönlichen Angaben, Bild, Notizen, Nachrichten, was beim Buchen eingegeben wurde, und die Werte im Verlauf.',
  'erase.stays': 'Bleibt',
  'erase.staysText':
    'Vergangene Termine, angezeigt als „Erased customer #{number}“, und die Tatsache, dass gelöscht wurde.',
  'erase.number': 'Zur Bestätigung die Kundennummer {number} eintippen',
  'erase.wrong': 'Das ist nicht die Nummer dieses Kunden. Tippen Sie {number} ein.',
  'erase.keep': 'Im Papierkorb lassen',
  'erase.confirm': 'Endgültig löschen',
  'erase.done': 'Der Kunde #{number} ist gelöscht.',
  'erase.coming': { one: '{count} Buchung besteht noch', other: '{count} Buchungen bestehen noch' },
  'erase.cancelComing': { one: 'Diese Buchung absagen', other: 'Diese {count} Buchungen absagen' },
  'erase.mayNotCancel': 'Sie müssen zuerst abgesagt werden, und das darf Ihr Konto nicht.',

  'trash.bulk.trashed': { one: '{count} Kunde liegt im Papierkorb.', other: '{count} Kunden liegen im Papierkorb.' },
  'trash.bulk.undone': {
    one: 'Für {count} Kunden rückgängig gemacht.',
    other: 'Für {count} Kunden rückgängig gemacht.',
  },
  'trash.bulk.undoneSome': {
    one: 'Für {done} rückgängig gemacht; {count} wurde seither geändert und bleibt.',
    other: 'Für {done} rückgängig gemacht; {count} wurden seither geändert und bleiben.',
  },
  'trash.bulk.undoneAlready': 'Das wurde schon rückgängig gemacht.',
  'trash.bulk.tooLate': 'Das lässt sich 24 Stunden lang rückgängig machen; die sind vorbei.',
  'trash.bulk.leftOut': { one: '{count} Kunde wurde ausgelassen:', other: '{count} Kunden wurden ausgelassen:' },
  'trash.bulk.leftOutList': 'Ausgelassene Kunden',
  'trash.bulk.more': { one: 'und {count} weiterer', other: 'und {count} weitere' },
  'trash.bulk.already': 'Ist schon so',
  'trash.bulk.coming': 'Hat kommende Termine',
  'trash.bulk.notActive': 'Nicht in Gebrauch',
  'trash.bulk.changed': 'Seither geändert',
  'trash.bulk.error': 'Hat nicht geklappt, bitte erneut versuchen',
  'trash.bulk.tooMany':
    'Das sind mehr, als auf einmal geändert werden können. Grenzen Sie die Liste auf höchstens {most} ein.',
};
