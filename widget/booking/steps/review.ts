import { h } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { Button } from '../../kit/button.js';
import { formatDay, formatMinutes, formatTime, formatTimeRange, now, zonePlace } from '../../kit/dates.js';
import { Checkbox } from '../../kit/field.js';
import type { View } from '../../kit/html.js';
import { html } from '../../kit/html.js';
import { formatMoney } from '../../kit/money.js';
import { useBooking } from '../context.js';
import type { Step } from '../state.js';
import { stepsOf } from '../state.js';
import { linesOf, totalOf } from '../visit.js';
import { zonesOf } from '../zones.js';
import { Troubles } from './troubles.js';

/** Everything once more, the total, the terms, and the button that books. */
export function ReviewStep(): View {
  const { choice, site, state, words, ownZone, dispatch, send } = useBooking();
  const { catalog } = choice;
  const { visit, contact, trouble } = state;
  const { t, language } = words;
  const [asked, ask] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const slot = visit.slot!;
  const lines = linesOf(catalog, visit);
  const { shown, place, differ } = zonesOf(choice, state, ownZone);
  const currency = lines[0]?.service.currency ?? site.currency;
  const total = state.quotedMinor ?? totalOf(catalog, visit);
  const location = catalog.locations.find(({ id }) => id === slot.location);
  const provider = catalog.providers.find(({ id }) => id === visit.provider);
  const approval = lines.some(({ service }) => service.needsApproval);
  const notice = Math.max(...lines.map(({ service }) => service.cancelNoticeMinutes));
  const until = Date.parse(slot.start) - notice * 60_000;
  const steps = stepsOf(choice, visit);

  const onPress = () => {
    ask(true);
    if (state.accepted) send();
    else box.current?.querySelector('input')?.focus();
  };
  const lost = trouble?.kind === 'taken' || trouble?.kind === 'not_offered';
  const moment = (instant: number | string, zone: string) =>
    `${formatDay(language, instant, 'long', zone)}, ${formatTime(language, instant, zone)}`;

  return html`${h(Troubles, { zone: shown, total, currency })}
    <dl class="card summary">
      ${fact(
        'service',
        t('review.what'),
        html`
        <ul>
          ${lines.map(
            ({ service, priceMinor, durationMinutes }) => html`<li class="line">
              <span>${service.name} <span class="row-text">${formatMinutes(language, durationMinutes)}</span></span>
              <span class="tabular">${formatMoney(language, priceMinor, currency)}</span>
            </li>`,
          )}
        </ul>
        ${visit.persons > 1 && html`<p class="row-text">${t('persons', { count: visit.persons })}</p>`}`,
      )}
      ${fact(
        'time',
        t('review.when'),
        html`
        <p class=${lost ? 'struck' : ''}>${formatDay(language, slot.start, 'full', shown)}<br />${formatTimeRange(language, slot.start, slot.end, shown)}</p>
        ${differ && html`<p class="row-text">${t('review.localTime', { time: formatTime(language, slot.start, shown === place ? ownZone : place), place: zonePlace(shown === place ? ownZone : place) })}</p>`}`,
      )}
      ${location && fact('location', t('review.where'), html`<p>${location.name}</p><p class="row-text">${location.address}</p>`)}
      ${fact('provider', t('review.who'), html`<p>${provider?.name ?? t('provider.any')}</p>`)}
      ${fact(
        'details',
        t('review.you'),
        html`
        <p>${contact.firstName} ${contact.lastName}</p>
        <p class="row-text">${[contact.email, contact.phone].filter(Boolean).join(' · ')}</p>
        ${contact.note.trim() && html`<p class="row-text quote">${contact.note}</p>`}`,
      )}
      <div class="total"><dt>${t('review.total')}</dt><dd class="tabular">${formatMoney(language, total, currency)}</dd></div>
    </dl>
    ${approval && html`<p class="row-text">${t('review.approval')}</p>`}
    <p class="row-text">${until > now() ? t('review.cancel', { time: moment(until, shown) }) : t('review.noCancel')}</p>
    ${site.termsText && html`<details class="terms"><summary>${t('review.terms')}</summary><div class="terms-text" tabindex="0">${site.termsText}</div></details>`}
    <div ref=${box}>
      ${h(Checkbox, { name: 'terms', label: t('review.accept'), checked: state.accepted, required: true, error: asked && !state.accepted ? t('review.acceptMissing') : undefined, onChecked: (accepted) => dispatch({ type: 'accept', accepted }) })}
    </div>
    <div class="actions">
      ${h(Button, { kind: 'primary', part: 'main-button', busy: state.sending, disabled: lost, onPress, children: state.sending ? t('review.booking') : t(approval ? 'review.request' : 'review.book') })}
    </div>`;

  function fact(step: Step, name: string, content: View): View {
    const change = steps.includes(step);
    const label = t('change', { what: name });
    return html`<div class="fact">
      <dt>${name}</dt>
      <dd>${content}</dd>
      ${change && html`<dd class="fact-change">${h(Button, { kind: 'quiet', size: 'small', label, children: t('edit'), onPress: () => dispatch({ type: 'go', step }) })}</dd>`}
    </div>`;
  }
}
