import { CalendarPlus } from 'lucide';
import { h } from 'preact';
import { Button } from '../../widget/kit/button.js';
import type { View } from '../../widget/kit/html.js';
import { useAdmin } from '../admin-context.js';

/** The way to a new appointment, for who may book for somebody new or for somebody who is there. */
export function CreateButton(): View | null {
  const { words, may } = useAdmin();
  if (!may('appointments.edit') || !(may('customers.create_with_appointment') || may('customers.view'))) return null;
  return h(Button, {
    kind: 'primary',
    size: 'small',
    icon: CalendarPlus,
    href: '/admin/appointments/new',
    children: words.t('create.title'),
  });
}
