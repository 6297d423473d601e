import { h } from 'preact';
import { formatMinutes } from '../../../widget/kit/dates.js';
import type { View } from '../../../widget/kit/html.js';
import { html } from '../../../widget/kit/html.js';
import { formatMoney } from '../../../widget/kit/money.js';
import { Stepper } from '../../../widget/kit/stepper.js';
import { useAdmin } from '../../admin-context.js';
import { withVisit } from './draft.js';
import { extrasFor } from './extras.js';
import type { StepProps } from './flow.js';

/** What is booked beside the chosen services, each as often as it may be; nothing where there is nothing. */
export function ExtrasField({ flow }: StepProps): View | null {
  const { t, language } = useAdmin().words;
  const { offer, draft, change } = flow;
  const extras = extrasFor(offer.catalog, draft.visit.services);
  if (extras.length === 0) return null;
  return html`<fieldset class="create-extras">
    <legend>${t('create.extras')}</legend>
    ${extras.map(({ id, name, priceMinor, currency, minutes, most }) => {
      const facts = [
        formatMoney(language, priceMinor, currency),
        minutes > 0 && t('create.extraTime', { time: formatMinutes(language, minutes) }),
      ];
      const quantity = draft.extras[id] ?? 0;
      return h(Stepper, {
        key: id,
        label: `${name} · ${facts.filter(Boolean).join(' · ')}`,
        value: quantity,
        min: 0,
        max: most,
        // Another length may not fit the time any more.
        onValue: (value: number) =>
          change((before) => ({ ...withVisit(before, {}), extras: { ...before.extras, [id]: value } })),
        lessLabel: t('create.lessOf', { name }),
        moreLabel: t('create.moreOf', { name }),
        text: `${quantity} × ${name}`,
      } as never);
    })}
  </fieldset>`;
}
