import { h } from 'preact';
import type { AdminApi } from '../../../server/api.js';
import { formatDay, formatTime } from '../../../widget/kit/dates.js';
import { Checkbox } from '../../../widget/kit/field.js';
import type { View } from '../../../widget/kit/html.js';
import { html } from '../../../widget/kit/html.js';
import { useAdmin } from '../../admin-context.js';

type Coming = AdminApi['GET /customers/:number/trash-preview']['answer']['coming'][number];

export interface ComingChoiceProps {
  coming: readonly Coming[];
  /** How many there are in all: more than are listed when there are very many. */
  comingTotal: number;
  /** References to cancel. */
  chosen: ReadonlySet<string>;
  onChosen: (chosen: ReadonlySet<string>) => void;
}

/** Coming and pending bookings, each with a box that cancels it; nothing is cancelled that is not ticked (A084). */
export function ComingChoice({ coming, comingTotal, chosen, onChosen }: ComingChoiceProps): View {
  const { words, may } = useAdmin();
  const { t } = words;
  const mayCancel = may('appointments.edit');
  const toggle = (reference: string, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(reference);
    else next.delete(reference);
    onChosen(next);
  };
  const all = chosen.size === coming.length;
  return html`<fieldset class="trash-coming">
    <legend>${t('trash.coming', { count: comingTotal })}</legend>
    <p class="trash-note">${mayCancel ? t('trash.comingText') : t('trash.comingKept')}</p>
    ${
      mayCancel &&
      coming.length > 1 &&
      h(Checkbox, {
        label: t('trash.cancelAll'),
        name: 'all',
        checked: all,
        onChecked: (on) => onChosen(new Set(on ? coming.map((one) => one.reference) : [])),
      })
    }
    <ul class="trash-rows">
      ${coming.map((booking) => {
        const line = h(BookingLine, { booking });
        return html`<li key=${booking.reference}>${
          mayCancel
            ? h(Checkbox, {
                label: line,
                name: booking.reference,
                checked: chosen.has(booking.reference),
                onChecked: (on) => toggle(booking.reference, on),
              })
            : line
        }</li>`;
      })}
    </ul>
    ${comingTotal > coming.length && html`<p class="trash-note">${t('trash.comingMore', { count: comingTotal - coming.length })}</p>`}
  </fieldset>`;
}

/** A booking in two short lines: when, and what with whom. */
export function BookingLine({ booking }: { booking: Coming }): View {
  const { t, language } = useAdmin().words;
  const { start, timeZone, services, providers, status } = booking;
  const when = `${formatDay(language, start, 'short', timeZone)}, ${formatTime(language, start, timeZone)}`;
  return html`<span class="trash-booking">
    <span class="tabular">${when}${status === 'pending' && html` <em>${t('statusShort.pending')}</em>`}</span>
    <small>${t('trash.what', { services: services.join(', '), providers: providers.join(', ') })}</small>
  </span>`;
}
