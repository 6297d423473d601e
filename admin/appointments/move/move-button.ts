import { CalendarClock } from 'lucide';
import { h } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../../../widget/kit/button.js';
import type { View } from '../../../widget/kit/html.js';
import { html } from '../../../widget/kit/html.js';
import type { Appointment } from '../../admin-api.js';
import { useAdmin } from '../../admin-context.js';
import { MoveDialog } from './move-dialog.js';

export interface MoveButtonProps {
  appointment: Appointment;
  onMoved: () => void;
}

const standingIn = (bookings: Appointment['bookings']): number =>
  bookings.filter(({ status }) => status === 'pending' || status === 'confirmed').length;

/** Moves an appointment from its detail; nothing for what is over or cancelled, or not this account's to change. */
export function MoveButton({ appointment, onMoved }: MoveButtonProps): View | null {
  const { words, may } = useAdmin();
  const [open, setOpen] = useState(false);
  const { id, version, start, end, status, provider, service, location, bookings } = appointment;
  if (!may('appointments.edit') || (status !== 'pending' && status !== 'confirmed')) return null;
  const name = bookings[0]?.customer.name ?? service.name;
  const standing = {
    id,
    version,
    start,
    end,
    provider: provider.id,
    name,
    zone: location.timeZone,
    bookings: standingIn(bookings),
  };
  return html`
    <div class="move-open">${h(Button, { size: 'small', icon: CalendarClock, onPress: () => setOpen(true), children: words.t('move.open') })}</div>
    ${h(MoveDialog, { standing: open ? standing : null, onClose: () => setOpen(false), onMoved })}
  `;
}
