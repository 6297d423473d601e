import { ArrowLeft } from 'lucide';
import type { FunctionComponent } from 'preact';
import { h } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../kit/button.js';
import type { View } from '../kit/html.js';
import { html } from '../kit/html.js';
import { Progress } from '../kit/spinner.js';
import { Chosen } from './chosen.js';
import type { Booking, StepProps } from './context.js';
import type { Step } from './state.js';
import { stepsOf } from './state.js';
import { DetailsStep } from './steps/details.js';
import { DoneStep } from './steps/done.js';
import { LocationStep } from './steps/location.js';
import { ProviderStep } from './steps/provider.js';
import { ReviewStep } from './steps/review.js';
import { ServiceStep } from './steps/service.js';
import { TimeStep } from './steps/time.js';
import { useAhead } from './use-ahead.js';

/** What each step shows, and its title. */
const views = {
  service: [ServiceStep, 'service.title'],
  location: [LocationStep, 'location.title'],
  provider: [ProviderStep, 'provider.title'],
  time: [TimeStep, 'time.title'],
  details: [DetailsStep, 'details.title'],
  review: [ReviewStep, 'review.title'],
  done: [DoneStep, 'done.title'],
} as const satisfies Record<Step, readonly [FunctionComponent<StepProps>, string]>;

/** The step that is on: how far along, the way back, its title, what was chosen, its content. */
export function StepView({ booking }: StepProps): View {
  const { choice, state, words, dispatch } = booking;
  const { t } = words;
  const { step, adding } = state;
  const heading = useRef<HTMLHeadingElement>(null);
  const first = useRef(true);
  const steps = stepsOf(choice, state.visit);
  const index = steps.indexOf(step);
  useAhead(booking);

  useEffect(() => {
    // Not on the first paint: a page must not lose its place because a widget arrived.
    if (!first.current) heading.current?.focus();
    first.current = false;
  }, [step, adding]);

  return html`<div class="step" data-step=${step} part=${`step step-${step}`}>
    ${step !== 'done' && h(Progress, { step: index + 1, of: steps.length, label: t('progress', { step: index + 1, of: steps.length }) })}
    <div class="step-head">
      ${
        (index > 0 || adding) &&
        step !== 'done' &&
        h(Button, {
          kind: 'quiet',
          icon: ArrowLeft,
          iconTurns: true,
          label: t('back'),
          class: 'step-back',
          onPress: () => dispatch({ type: 'back' }),
        })
      }
      <h2 ref=${heading} tabindex="-1" part="title">${titleOf(booking)}</h2>
    </div>
    ${index > 0 && step !== 'review' && h(Chosen, { booking })} ${h(views[step][0], { booking })}
  </div>`;
}

function titleOf({ state, words: { t } }: Booking): string {
  if (state.step === 'service' && state.adding) return t('service.addTitle');
  if (state.step !== 'done') return t(views[state.step][1]);
  const booking = state.booked!.booking;
  const waits = booking.items.some(({ status }) => status === 'pending');
  return t(waits ? 'done.requested' : 'done.title', { name: booking.firstName });
}
