import type { Catalogue } from '../../../widget/kit/words.js';

export const help = {
  'nav.help': 'Help',
  'help.title': 'Help',
  'help.contents': 'All help pages',
  'help.open': 'Help for this page',
  'help.updated': 'Last updated on {day}',
  'help.related': 'Related pages',
  'help.unknown': 'There is no such help page',
  'help.unknownText': 'It may have been renamed. Look through the contents.',
} as const satisfies Catalogue;
