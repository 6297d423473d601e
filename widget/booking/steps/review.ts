import { h } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { Button } from '../../kit/button.js';
import { formatDay, formatMinutes, formatTime, formatTimeRange, now, zonePlace } from '../../kit/dates.js';
import { Checkbox } from '../../kit/field.js';
import type { View } from '../../kit/html.js';
import { html } from '../../kit/html.js';
import { formatMoney } from '../../kit/money.js';
import type { StepProps } from '../context.js';
import { fact, line, muted, total } from '../facts.js';
import type { Step } from '../state.js';
import { stepsOf } from '../state.js';
import { currencyOf, linesOf, sumOf } from '../visit.js';
import { zonesOf } from '../zones.js';
import { Troubles } from './troubles.js';

/** Everything once more, the total, the terms, and the button that books. */
export function ReviewStep({ booking }: StepProps): View {
  const { choice, site, state, words, ownZone, dispatch, send } = booking;
  const { catalog } = choice;
  const { visit, contact, trouble } = state;
  const { t, language } = words;
  const [asked, ask] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const { start, end, location: at } = visit.slot!;
  const lines = linesOf(catalog, visit);
  const { shown, place, differ } = zonesOf(choice, state, ownZone);
  const other = shown === place ? ownZone : place;
  const money = (minor: number) => formatMoney(language, minor, currencyOf(catalog, visit));
  const price = state.quotedMinor ?? sumOf(lines, 'priceMinor');
  const location = catalog.locations.find(({ id }) => id === at);
  const provider = catalog.providers.find(({ id }) => id === visit.provider);
  const approval = lines.some(({ service }) => service.needsApproval);
  const until = Date.parse(start) - Math.max(...lines.map(({ service }) => service.cancelNoticeMinutes)) * 60_000;
  const steps = stepsOf(choice, visit);
  const lost = trouble?.kind === 'taken' || trouble?.kind === 'not_offered';

  const onPress = () => {
    ask(true);
    if (state.accepted) send();
    else box.current?.querySelector('input')?.focus();
  };
  const change = (step: Step, name: string) =>
    steps.includes(step) &&
    h(Button, {
      kind: 'quiet',
      size: 'small',
      label: t('change', { what: name }),
      children: t('edit'),
      onPress: () => dispatch({ type: 'go', step }),
    });
  const part = (step: Step, name: string, content: View) => fact(name, content, change(step, name));
  const time = `${formatDay(language, until, 'long', shown)}, ${formatTime(language, until, shown)}`;

  return html`${h(Troubles, { booking, price, zone: shown })}
    <dl class="card">
      ${part(
        'service',
        t('review.what'),
        html`${lines.map(({ service, priceMinor, durationMinutes }) => line(service.name, formatMinutes(language, durationMinutes), money(priceMinor)))}
        ${visit.persons > 1 && muted(t('persons', { count: visit.persons }))}`,
      )}
      ${part(
        'time',
        t('review.when'),
        html`<p class=${lost ? 'struck' : ''}>${formatDay(language, start, 'full', shown)}<br />${formatTimeRange(language, start, end, shown)}</p>
        ${differ && muted(t('review.localTime', { time: formatTime(language, start, other), place: zonePlace(other) }))}`,
      )}
      ${location && part('location', t('review.where'), html`${location.name}${muted(location.address)}`)}
      ${part('provider', t('review.who'), html`${provider?.name ?? t('provider.any')}`)}
      ${part(
        'details',
        t('review.you'),
        html`${contact.firstName} ${contact.lastName}${muted([contact.email, contact.phone].filter(Boolean).join(' · '))}
        ${contact.note && muted(contact.note)}`,
      )}
      ${total(t('review.total'), money(price))}
    </dl>
    ${muted([approval && `${t('review.approval')} `, until > now() ? t('review.cancel', { time }) : t('review.noCancel')])}
    ${site.termsText && html`<details><summary>${t('review.terms')}</summary><div class="terms" tabindex="0">${site.termsText}</div></details>`}
    <div ref=${box}>
      ${h(Checkbox, {
        name: 'terms',
        label: t('review.accept'),
        checked: state.accepted,
        required: true,
        error: asked && !state.accepted ? t('review.acceptMissing') : undefined,
        onChecked: (accepted) => dispatch({ type: 'accept', accepted }),
      })}
    </div>
    <div class="actions">
      ${h(Button, {
        kind: 'primary',
        part: 'main-button',
        busy: state.sending,
        disabled: lost,
        onPress,
        children: t(state.sending ? 'review.booking' : approval ? 'review.request' : 'review.book'),
      })}
    </div>`;
}
