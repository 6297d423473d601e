import type { Draft } from './draft.js';

/** The steps in their order (FEATURES A035). */
export const steps = [
  'start',
  'category',
  'service',
  'location',
  'provider',
  'time',
  'customer',
  'review',
  'done',
] as const;
export type Step = (typeof steps)[number];

const answered = ({ who, category, visit, formDone, chosen }: Draft): Record<Step, boolean> => ({
  start: who !== null,
  category: category !== null,
  service: visit.services.length > 0,
  location: visit.location !== null,
  provider: visit.providerDecided,
  time: visit.slot !== null,
  customer: who === 'existing' ? chosen !== null : formDone,
  review: false,
  done: false,
});

/** The first step that still needs an answer: nothing after it can be looked at. */
export function firstOpen(draft: Draft): Step {
  const done = answered(draft);
  return draft.booked ? 'done' : (steps.find((step) => !done[step]) as Step);
}

export const isReachable = (draft: Draft, step: Step): boolean =>
  steps.indexOf(step) <= steps.indexOf(firstOpen(draft)) && step !== 'done';

/** The step that an address asks for, or the furthest that there is when that one can't be yet. */
export function stepOf(draft: Draft, asked: string | undefined): Step {
  if (draft.booked) return 'done';
  const step = steps.find((known) => known === asked) ?? 'start';
  return isReachable(draft, step) ? step : firstOpen(draft);
}

export const stepAfter = (step: Step): Step => steps[steps.indexOf(step) + 1] ?? 'done';
export const stepBefore = (step: Step): Step => steps[steps.indexOf(step) - 1] ?? 'start';
