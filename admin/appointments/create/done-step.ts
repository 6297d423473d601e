import { CircleCheck } from 'lucide';
import { h } from 'preact';
import { byId } from '../../../widget/booking/visit.js';
import { Button } from '../../../widget/kit/button.js';
import { dayAt } from '../../../widget/kit/dates.js';
import { Empty } from '../../../widget/kit/empty.js';
import type { View } from '../../../widget/kit/html.js';
import { html } from '../../../widget/kit/html.js';
import { useAdmin } from '../../admin-context.js';
import type { StepProps } from './flow.js';

/** Both are there (A041): the reference, and the ways to customer and appointment. */
export function DoneStep({ flow, onAgain }: StepProps & { onAgain: () => void }): View {
  const { words, may } = useAdmin();
  const { t } = words;
  const { draft, offer, form } = flow;
  const { reference, customer, appointments } = draft.booked!;
  const zone = byId(offer.catalog.locations, draft.visit.location)?.timeZone ?? 'UTC';
  const [first] = appointments;
  const name = draft.who === 'existing' ? (draft.chosen?.name ?? '') : form.fullName.trim();
  const appointment = first && `/admin/appointments?from=${dayAt(zone, first.start)}&days=1&open=${first.id}`;
  return html`<div class="create-step create-done">
    <h2 class="hidden-text" tabindex="-1">${t('create.done')}</h2>
    ${h(Empty, {
      icon: CircleCheck,
      title: t('create.done'),
      children: t(draft.who === 'existing' ? 'create.doneExisting' : 'create.doneText', { name, reference }),
      action: html`<div class="create-ways">
        ${appointment && h(Button, { kind: 'primary', href: appointment, children: t('create.openAppointment') })}
        ${may('customers.view') && h(Button, { href: `/admin/customers/${customer}`, children: t('create.openCustomer') })}
        ${h(Button, { kind: 'quiet', onPress: onAgain, children: t('create.again') })}
      </div>`,
    })}
  </div>`;
}
