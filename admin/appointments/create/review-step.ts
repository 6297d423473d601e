import type { ComponentChildren } from 'preact';
import { h } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { byId, linesOf } from '../../../widget/booking/visit.js';
import { Button } from '../../../widget/kit/button.js';
import { formatDay, formatMinutes, formatTime } from '../../../widget/kit/dates.js';
import { Checkbox } from '../../../widget/kit/field.js';
import type { View } from '../../../widget/kit/html.js';
import { html } from '../../../widget/kit/html.js';
import { formatMoney } from '../../../widget/kit/money.js';
import { useAdmin } from '../../admin-context.js';
import { Facts } from '../../kit/facts.js';
import { CustomerFacts } from './customer-facts.js';
import { chosenExtras, extrasTotal } from './extras.js';
import type { StepProps } from './flow.js';
import { StepForm } from './step-form.js';
import type { Step } from './steps.js';
import { Troubles } from './troubles.js';

/** Everything that was entered (A039), each part with a way back to it; then the terms (A040) and the one button. */
export function ReviewStep({ flow }: StepProps): View {
  const { t, language } = useAdmin().words;
  const { offer, draft, change, go, sending } = flow;
  const { catalog, site, choices } = offer;
  const { visit, note, accepted } = draft;
  const [unread, setUnread] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const lines = linesOf(catalog, visit);
  const place = byId(catalog.locations, visit.location);
  const zone = place?.timeZone ?? 'UTC';
  const currency = lines[0]?.service.currency ?? 'EUR';
  const extras = chosenExtras(catalog, draft);
  const total = draft.quotedMinor ?? lines.reduce((sum, line) => sum + line.priceMinor, extrasTotal(extras));
  const { start } = visit.slot!;
  useEffect(() => setUnread(false), [accepted]);

  const submit = () => {
    if (accepted) return void sending.send();
    setUnread(true);
    setTimeout(() => form.current?.querySelector<HTMLElement>('[name=terms]')?.focus());
  };
  const part = (title: string, step: Step, content: ComponentChildren): View => html`<section class="create-part">
    <div class="create-part-head">
      <h3>${title}</h3>
      ${h(Button, { kind: 'quiet', size: 'small', label: t('create.editPart', { part: title }), onPress: () => go(step), children: t('create.edit') })}
    </div>
    ${content}
  </section>`;

  return h(StepForm, {
    title: t('create.step.review'),
    form,
    onBack: () => go('customer'),
    onSubmit: submit,
    submit: t('create.book'),
    busy: sending.busy,
    children: html`
      ${part(
        t('create.step.service'),
        'service',
        html`<ul class="create-lines">
          ${lines.map(
            ({ service, durationMinutes, priceMinor }) => html`<li key=${service.id}>
              <span><b>${service.name}</b> <span class="create-muted">${formatMinutes(language, durationMinutes)}</span></span>
              <span class="tabular">${formatMoney(language, priceMinor, currency)}</span>
            </li>`,
          )}
          ${extras.map(
            ({ extra, quantity }) => html`<li key=${`extra ${extra.id}`}>
              <span>${quantity} × ${extra.name}</span>
              <span class="tabular">${formatMoney(language, extra.priceMinor * quantity, currency)}</span>
            </li>`,
          )}
          <li><b>${t('create.total')}</b><b class="tabular">${formatMoney(language, total, currency)}</b></li>
        </ul>`,
      )}
      ${part(
        t('create.when'),
        'time',
        h(Facts, {
          facts: [
            [t('create.step.category'), byId(choices.categories, draft.category)?.name],
            [
              t('create.step.time'),
              `${formatDay(language, start, 'full', zone)}, ${formatTime(language, start, zone)}`,
            ],
            [t('create.step.location'), [place?.name, place?.address].filter(Boolean).join(', ')],
            [t('create.step.provider'), byId(catalog.providers, visit.provider)?.name ?? t('create.anyProvider')],
            [t('create.persons'), visit.persons > 1 && String(visit.persons)],
            [t('create.note'), note.trim()],
          ],
        }),
      )}
      ${part(t('detail.customer'), 'customer', h(CustomerFacts, { flow }))}
      <section class="create-part">
        <details class="create-terms">
          <summary>${t('create.readTerms')}</summary>
          <p>${site.termsText || t('create.noTerms')}</p>
        </details>
        ${h(Checkbox, {
          label: t('create.accept'),
          name: 'terms',
          required: true,
          checked: accepted,
          error: unread ? t('create.tickFirst') : undefined,
          onChecked: (now) => change((before) => ({ ...before, accepted: now })),
        })}
      </section>
      ${h(Troubles, { flow, zone })}
    `,
  });
}
