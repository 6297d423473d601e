import type { IconNode } from 'lucide';
import {
  BadgePlus,
  CalendarPlus,
  CircleQuestionMark,
  FileUp,
  KeyRound,
  LogOut,
  TableProperties,
  UserPlus,
} from 'lucide';
import type { Admin } from '../admin-context.js';
import type { WordKey } from '../admin-words.js';
import { places } from '../shell/places.js';

/** Something to go to or to do. */
export interface Entry {
  key: string;
  icon: IconNode;
  title: string;
  detail?: string;
  /** An address; or what a choice does. */
  go: string | (() => void);
}

export interface EntryGroup {
  title: string;
  entries: readonly Entry[];
}

/** Pages and actions that the account may use, those whose name has every word that was typed. */
export function knownEntries(admin: Admin, text: string): EntryGroup[] {
  const { words, may } = admin;
  const { t } = words;
  const pages = places
    .filter(({ permission }) => permission === null || may(permission))
    .map(({ path, word, icon }): Entry => ({ key: path, icon, title: t(word), go: path }));
  const action = (word: WordKey, icon: IconNode, go: Entry['go'], allowed: boolean): Entry[] =>
    allowed ? [{ key: word, icon, title: t(word as 'create.title'), go }] : [];
  const books = may('appointments.edit') && (may('customers.create_with_appointment') || may('customers.view'));
  const actions = [
    ...action('create.title', CalendarPlus, '/admin/appointments/new', books),
    ...action('palette.addCustomer', UserPlus, '/admin/customers?edit=new', may('customers.create')),
    ...action('palette.importCustomers', FileUp, '/admin/customers/import', may('customers.import')),
    ...action('palette.newInvoice', BadgePlus, '/admin/invoices', may('invoices.edit')),
    ...action('palette.whyNoTimes', TableProperties, '/admin/why', may('appointments.view')),
    ...action('palette.account', KeyRound, '/admin/account', true),
    ...action('palette.help', CircleQuestionMark, '/admin/help', true),
    ...action('palette.signOut', LogOut, () => void admin.signOut(), true),
  ];
  const wanted = folded(text).split(/\s+/).filter(Boolean);
  const fits = ({ title }: Entry): boolean => wanted.every((word) => folded(title).includes(word));
  return [
    { title: t('palette.pages'), entries: pages.filter(fits) },
    { title: t('palette.actions'), entries: actions.filter(fits) },
  ];
}

const folded = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
