import { h } from 'preact';
import { dayAt } from '../../widget/kit/dates.js';
import type { View } from '../../widget/kit/html.js';
import { useAdmin } from '../admin-context.js';
import { AppointmentDrawer } from '../appointments/appointment-drawer.js';
import { useLoad } from '../kit/load.js';
import type { CalendarAnswer } from './types.js';

export interface OpenedAppointmentProps {
  /** From the address; undefined when nothing is open. */
  id: string | undefined;
  data: CalendarAnswer;
  onClose: () => void;
  onChanged: () => void;
}

/** The drawer of the appointment that the address names. */
export function OpenedAppointment({ id, data, onClose, onChanged }: OpenedAppointmentProps): View {
  const { api } = useAdmin();
  const event = data.events.find((one) => String(one.id) === id);
  const day = event && dayAt(data.timezone, event.start);
  const loaded = useLoad(`${day} ${event?.provider} ${event?.version}`, async (signal) => {
    if (!event || !day) return { items: [] };
    const query = { from: day, to: day, provider: String(event.provider), timezone: data.timezone, pageSize: '100' };
    return api.call('GET /appointments', { query: { ...query, status: 'all' }, signal });
  });
  const decided = () => {
    loaded.reload();
    onChanged();
  };
  return h(AppointmentDrawer, {
    id,
    appointments: loaded.outdated ? undefined : loaded.data?.items,
    onClose,
    onDecided: decided,
  });
}
