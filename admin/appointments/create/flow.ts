import type { Times } from '../../../widget/booking/times.js';
import type { Draft, Offer } from './draft.js';
import type { Step } from './steps.js';
import type { NewCustomerForm } from './use-new-customer.js';
import type { Sending } from './use-sending.js';

/** What every step works with. */
export interface Flow {
  offer: Offer;
  draft: Draft;
  change: (change: (before: Draft) => Draft) => void;
  /** Shows another step; it goes into the address. */
  go: (step: Step) => void;
  times: Times;
  form: NewCustomerForm;
  sending: Sending;
}

export interface StepProps {
  flow: Flow;
}
