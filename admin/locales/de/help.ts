import type { Translation } from '../../../widget/kit/words.js';
import type { help as en } from '../en/help.js';

export const help = {
  'nav.help': 'Hilfe',
  'help.title': 'Hilfe',
  'help.contents': 'Alle Hilfeseiten',
  'help.open': 'Hilfe zu dieser Seite',
  'help.updated': 'Zuletzt geändert am {day}',
  'help.related': 'Verwandte Seiten',
  'help.unknown': 'Diese Hilfeseite gibt es nicht',
  'help.unknownText': 'Vielleicht heißt sie jetzt anders. Sehen Sie im Verzeichnis nach.',
} as const satisfies Translation<typeof en>;
