import type { IconNode } from 'lucide';
import { CalendarDays, Mail, Users } from 'lucide';
import type { Permission } from '../admin-api.js';

export interface Place {
  name: 'appointments' | 'customers' | 'messages';
  path: string;
  word: `nav.${Place['name']}`;
  icon: IconNode;
  permission: Permission;
}

/** The nouns of the sidebar, in order. */
export const places: readonly Place[] = [
  {
    name: 'appointments',
    path: '/admin/appointments',
    word: 'nav.appointments',
    icon: CalendarDays,
    permission: 'appointments.view',
  },
  { name: 'customers', path: '/admin/customers', word: 'nav.customers', icon: Users, permission: 'customers.view' },
  { name: 'messages', path: '/admin/messages', word: 'nav.messages', icon: Mail, permission: 'messages.view' },
];
