import { h } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { Button } from '../../kit/button.js';
import { formatDay, formatTime, now } from '../../kit/dates.js';
import { Checkbox } from '../../kit/field.js';
import type { View } from '../../kit/html.js';
import { html } from '../../kit/html.js';
import { BookingCard } from '../booking-card.js';
import type { StepProps } from '../context.js';
import { contactLines, draftOf } from '../draft.js';
import { muted } from '../facts.js';
import type { Step } from '../state.js';
import { stepsOf } from '../state.js';
import { zonesOf } from '../zones.js';
import { Troubles } from './troubles.js';

/** Everything once more, the total, the terms, and the button that books. */
export function ReviewStep({ booking }: StepProps): View {
  const { choice, site, state, words, ownZone, dispatch, send } = booking;
  const { trouble } = state;
  const { t, language } = words;
  const [asked, ask] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const { shown: zone } = zonesOf(choice, state, ownZone);
  const draft = draftOf(booking, ownZone);
  const until = Date.parse(draft.cancellableUntil!);
  const time = `${formatDay(language, until, 'long', zone)}, ${formatTime(language, until, zone)}`;
  const waits = draft.items.some(({ status }) => status === 'pending');
  const lost = trouble?.kind === 'taken' || trouble?.kind === 'not_offered';
  const steps = stepsOf(choice, state.visit);

  const onPress = () => {
    ask(true);
    if (state.accepted) send();
    else box.current?.querySelector('input')?.focus();
  };
  const end = (step: Step, what: string) =>
    steps.includes(step) &&
    h(Button, {
      kind: 'quiet',
      size: 'small',
      label: t('change', { what }),
      children: t('edit'),
      onPress: () => dispatch({ type: 'go', step }),
    });

  return html`${h(Troubles, { booking, price: draft.totalMinor, zone })}
    ${h(BookingCard, { booking: draft, words, zone, contact: contactLines(state.contact), end, lost })}
    ${muted([waits && `${t('review.approval')} `, until > now() ? t('review.cancel', { time }) : t('review.noCancel')])}
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
        children: t(state.sending ? 'review.booking' : waits ? 'review.request' : 'review.book'),
      })}
    </div>`;
}
