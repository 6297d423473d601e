import type { Catalogue } from '../../../widget/kit/words.js';

export const bell = {
  'bell.open': 'Notices',
  'bell.openUnread': { one: 'Notices, {count} unread', other: 'Notices, {count} unread' },
  'bell.reminders': 'Reminders',
  'bell.notices': 'Notices',
  'bell.none': 'Nothing new',
  'bell.noneText': 'Reminders and what concerns you appear here.',
  'bell.readAll': 'Mark all as read',
  'bell.done': 'Done',
  'bell.doneOne': 'Done: {text}',
  'bell.doneToast': 'The reminder is done.',
  'bell.new': 'New',
  'notice.matchedTrashed': '{name} is in the trash and has booked: {reference}',
  'notice.matchedErased': 'A customer in the trash has booked: {reference}',
  'notice.importDone': 'An import has ended: {created} added, {updated} changed, {refused} refused.',
  'notice.duplicates': {
    one: '{count} possible duplicate was found among the customers.',
    other: '{count} possible duplicates were found among the customers.',
  },
  'notice.other': 'Something happened: {kind}',
} as const satisfies Catalogue;
