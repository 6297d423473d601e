import type { IconNode } from 'lucide';
import {
  CalendarCheck,
  CalendarClock,
  CalendarPlus,
  CalendarX2,
  Eraser,
  Eye,
  FileDown,
  FileUp,
  GitMerge,
  History,
  Image,
  KeyRound,
  Mail,
  MailWarning,
  NotebookPen,
  Pencil,
  RotateCcw,
  Trash2,
  UserPlus,
  UserX,
} from 'lucide';
import type { AdminWords, WordKey } from '../../admin-words.js';
import { fieldWord, valueWords } from './activity-values.js';
import type { ActivityEntry } from './detail-types.js';

interface ActionLook {
  icon: IconNode;
  word: WordKey & `activity.${string}`;
}

/*
 * What each action of the trail is called. An action that is not here, of a newer server, gets the sentence of all others.
 */
const actions: Record<string, ActionLook> = {
  'customer.created': { icon: UserPlus, word: 'activity.created' },
  'customer.changed': { icon: Pencil, word: 'activity.changed' },
  'customer.trashed': { icon: Trash2, word: 'activity.trashed' },
  'customer.restored': { icon: RotateCcw, word: 'activity.restored' },
  'customer.erased': { icon: Eraser, word: 'activity.erased' },
  'customer.merged': { icon: GitMerge, word: 'activity.merged' },
  'customer.merge_undone': { icon: GitMerge, word: 'activity.unmerged' },
  'customer.told_apart': { icon: GitMerge, word: 'activity.toldApart' },
  'customer.disclosed': { icon: Eye, word: 'activity.disclosed' },
  'customer.exported': { icon: FileDown, word: 'activity.exported' },
  'customer.imported': { icon: FileUp, word: 'activity.imported' },
  'customer.import_undone': { icon: FileUp, word: 'activity.importUndone' },
  'customer.picture_changed': { icon: Image, word: 'activity.picture' },
  'customer.picture_removed': { icon: Image, word: 'activity.pictureRemoved' },
  'customer.mailed': { icon: Mail, word: 'activity.mailed' },
  'customer.login_created': { icon: KeyRound, word: 'activity.loginCreated' },
  'customer.login_linked': { icon: KeyRound, word: 'activity.loginLinked' },
  'customer.login_unlinked': { icon: KeyRound, word: 'activity.loginUnlinked' },
  'customer.login_changed': { icon: KeyRound, word: 'activity.loginChanged' },
  'customer.login_password_set': { icon: KeyRound, word: 'activity.loginPassword' },
  'customer.note_added': { icon: NotebookPen, word: 'activity.noteAdded' },
  'customer.note_changed': { icon: NotebookPen, word: 'activity.noteChanged' },
  'customer.note_deleted': { icon: NotebookPen, word: 'activity.noteDeleted' },
  'customer.note_restored': { icon: NotebookPen, word: 'activity.noteRestored' },
  'customer.note_reordered': { icon: NotebookPen, word: 'activity.noteOrder' },
  'booking.created': { icon: CalendarPlus, word: 'activity.booked' },
  'booking.approved': { icon: CalendarCheck, word: 'activity.approved' },
  'booking.rejected': { icon: CalendarX2, word: 'activity.rejected' },
  'booking.cancelled': { icon: CalendarX2, word: 'activity.cancelled' },
  'booking.restored': { icon: RotateCcw, word: 'activity.bookingRestored' },
  'booking.completed': { icon: CalendarCheck, word: 'activity.completed' },
  'booking.no_show': { icon: UserX, word: 'activity.noShow' },
  'booking.confirmed': { icon: RotateCcw, word: 'activity.markTakenBack' },
  'appointment.rescheduled': { icon: CalendarClock, word: 'activity.rescheduled' },
  'mail.queued': { icon: Mail, word: 'activity.mailQueued' },
  'mail.sent': { icon: Mail, word: 'activity.mailSent' },
  'mail.dead': { icon: MailWarning, word: 'activity.mailDead' },
};
const otherAction: ActionLook = { icon: History, word: 'activity.other' };

export const actionOf = (action: string): ActionLook =>
  Object.hasOwn(actions, action) ? (actions[action] as ActionLook) : otherAction;

/** What is said of an entry: “Ada rejected booking K7QD-3MXA: Closed on that day”. */
export function sentenceOf(words: AdminWords, entry: ActivityEntry): string {
  const { t } = words;
  const { facts, who, booking, action } = entry;
  const text = (name: string): string => (facts[name] === undefined ? '' : String(facts[name] ?? ''));
  const other = text('other') || text('into') || text('kept');
  const isNewcomer = action === 'customer.created' && facts['source'] === 'booking';
  const sentence = t(
    (isNewcomer ? 'activity.newcomer' : actionOf(action).word) as 'activity.changed',
    {
      who: whoWords(words, who),
      booking: booking ?? text('reference'),
      subject: text('subject'),
      field: fieldWord(words, text('field')),
      // A customer number and a number of files are no quantities: no thousands are set apart.
      other,
      action,
    } as unknown as { who: string },
  );
  // What staff gave as a reason, and what a note says, stand as they were typed.
  const said = text('reason') || (action.startsWith('customer.note_') ? text('text') : '');
  return said === '' ? sentence : t('activity.said', { sentence, text: said });
}

function whoWords({ t }: AdminWords, who: ActivityEntry['who']): string {
  if (who.kind === 'account') return who.name ?? t('activity.somebody');
  return t(who.kind === 'customer' ? 'activity.customer' : 'activity.system');
}

/** One field that changed: “Phone: +351 912 → +351 913”. null: not worth a line. */
export function changeWords(words: AdminWords, { field, from, to }: ActivityEntry['changes'][number]): string | null {
  const { t } = words;
  const name = fieldWord(words, field);
  const [before, after] = [valueWords(words, field, from), valueWords(words, field, to)];
  if (before === '' && after === '') return t('activity.fieldChanged', { field: name });
  if (before === '') return t('activity.fieldSet', { field: name, to: after });
  if (after === '') return t('activity.fieldCleared', { field: name, from: before });
  return t('activity.fieldFromTo', { field: name, from: before, to: after });
}
