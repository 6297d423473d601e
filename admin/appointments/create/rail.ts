import { Check } from 'lucide';
import { h } from 'preact';
import { byId, servicesOf } from '../../../widget/booking/visit.js';
import { formatDay, formatTime } from '../../../widget/kit/dates.js';
import type { View } from '../../../widget/kit/html.js';
import { html } from '../../../widget/kit/html.js';
import { Icon } from '../../../widget/kit/icon.js';
import { useAdmin } from '../../admin-context.js';
import type { StepProps } from './flow.js';
import type { Step } from './steps.js';
import { isReachable, steps } from './steps.js';

/** What was chosen so far, step by step; what was come by can be gone back to. */
export function Rail({ flow, step: current }: StepProps & { step: Step }): View {
  const { t, language } = useAdmin().words;
  const { offer, draft, go, form } = flow;
  const { catalog, choices } = offer;
  const { who, visit } = draft;
  const place = byId(catalog.locations, visit.location);
  const names: Record<Step, string> = {
    start: t('create.step.start'),
    category: t('create.step.category'),
    service: t('create.step.service'),
    location: t('create.step.location'),
    provider: t('create.step.provider'),
    time: t('create.step.time'),
    customer: t('detail.customer'),
    review: t('create.step.review'),
    done: '',
  };
  const chosen: Partial<Record<Step, string | undefined | false>> = {
    start: who !== null && t(who === 'new' ? 'create.new' : 'create.existing'),
    category: byId(choices.categories, draft.category)?.name,
    service: servicesOf(catalog, visit.services)
      .map(({ name }) => name)
      .join(', '),
    location: place?.name,
    provider: visit.providerDecided && (byId(catalog.providers, visit.provider)?.name ?? t('create.anyProvider')),
    time:
      visit.slot &&
      place &&
      `${formatDay(language, visit.slot.start, 'short', place.timeZone)}, ${formatTime(language, visit.slot.start, place.timeZone)}`,
    customer: who === 'existing' ? draft.chosen?.name : draft.formDone && form.fullName.trim(),
  } as Partial<Record<Step, string | undefined | false>>;
  return html`<nav class="create-rail" aria-label=${t('create.rail')}>
    <ol>
      ${steps.slice(0, -1).map((step) => {
        const said = chosen[step];
        const words = html`<span class="create-rail-mark" aria-hidden="true">${said ? h(Icon, { icon: Check, size: 16 }) : steps.indexOf(step) + 1}</span>
          <span class="create-rail-words"><span>${names[step]}</span>${said && html`<b>${said}</b>`}</span>`;
        return html`<li key=${step} class=${said || step === current ? '' : 'ahead'} aria-current=${step === current ? 'step' : undefined}>
          ${
            isReachable(draft, step) && step !== current
              ? html`<button type="button" onClick=${() => go(step)}>${words}</button>`
              : html`<div>${words}</div>`
          }
        </li>`;
      })}
    </ol>
  </nav>`;
}
