import type { Translation } from '../../../widget/kit/words.js';
import type { bell as en } from '../en/bell.js';

export const bell = {
  'bell.open': 'Hinweise',
  'bell.openUnread': { one: 'Hinweise, {count} ungelesen', other: 'Hinweise, {count} ungelesen' },
  'bell.reminders': 'Erinnerungen',
  'bell.notices': 'Hinweise',
  'bell.none': 'Nichts Neues',
  'bell.noneText': 'Erinnerungen und was Sie angeht, erscheinen hier.',
  'bell.readAll': 'Alle als gelesen markieren',
  'bell.done': 'Erledigt',
  'bell.doneOne': 'Erledigt: {text}',
  'bell.doneToast': 'Die Erinnerung ist erledigt.',
  'bell.new': 'Neu',
  'notice.matchedTrashed': '{name} liegt im Papierkorb und hat gebucht: {reference}',
  'notice.matchedErased': 'Ein Kunde im Papierkorb hat gebucht: {reference}',
  'notice.importDone': 'Ein Import ist beendet: {created} neu, {updated} geändert, {refused} abgelehnt.',
  'notice.duplicates': {
    one: 'Unter den Kunden wurde {count} mögliche Dublette gefunden.',
    other: 'Unter den Kunden wurden {count} mögliche Dubletten gefunden.',
  },
  'notice.other': 'Es ist etwas geschehen: {kind}',
} as const satisfies Translation<typeof en>;
