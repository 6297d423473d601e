import type { IconNode } from 'lucide';
import {
  CalendarDays,
  ClipboardList,
  IdCard,
  LayoutDashboard,
  LayoutGrid,
  LifeBuoy,
  Mail,
  ReceiptText,
  Settings,
  UserRound,
  Users,
} from 'lucide';
import type { Permission } from '../admin-api.js';
import type { WordKey } from '../admin-words.js';

export interface Place {
  path: string;
  word: WordKey & `nav.${string}`;
  icon: IconNode;
  /** null: everybody who is signed in. */
  permission: Permission | null;
}

/** The nouns of the sidebar, in order. Pages below a place's path belong to it. */
export const places: readonly Place[] = [
  { path: '/admin/dashboard', word: 'nav.dashboard', icon: LayoutDashboard, permission: 'appointments.view' },
  { path: '/admin/calendar', word: 'nav.calendar', icon: CalendarDays, permission: 'appointments.view' },
  { path: '/admin/appointments', word: 'nav.appointments', icon: ClipboardList, permission: 'appointments.view' },
  { path: '/admin/customers', word: 'nav.customers', icon: Users, permission: 'customers.view' },
  { path: '/admin/catalog', word: 'nav.catalog', icon: LayoutGrid, permission: 'catalog.view' },
  { path: '/admin/providers', word: 'nav.providers', icon: UserRound, permission: 'providers.view' },
  { path: '/admin/invoices', word: 'nav.invoices', icon: ReceiptText, permission: 'invoices.view' },
  { path: '/admin/messages', word: 'nav.messages', icon: Mail, permission: 'messages.view' },
  { path: '/admin/team', word: 'nav.team', icon: IdCard, permission: 'accounts.view' },
  { path: '/admin/settings', word: 'nav.settings', icon: Settings, permission: 'settings.edit' },
  { path: '/admin/help', word: 'nav.help', icon: LifeBuoy, permission: null },
];
