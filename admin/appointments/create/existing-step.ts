import { h } from 'preact';
import { useState } from 'preact/hooks';
import type { View } from '../../../widget/kit/html.js';
import { html } from '../../../widget/kit/html.js';
import { useAdmin } from '../../admin-context.js';
import { CustomerSearch } from './customer-search.js';
import { VisitNote } from './customer-step.js';
import type { StepProps } from './flow.js';
import { StepForm } from './step-form.js';

/** Which of the customers who are there, if that wasn't said at the start, and a word about the visit. */
export function ExistingStep({ flow }: StepProps): View {
  const { t } = useAdmin().words;
  const { draft, go } = flow;
  const [missing, setMissing] = useState(false);
  return h(StepForm, {
    title: t('create.step.existing'),
    onBack: () => go('time'),
    onSubmit: () => (draft.chosen ? go('review') : setMissing(true)),
    problem: missing && !draft.chosen ? t('create.chooseCustomer') : null,
    children: html`
      ${h(CustomerSearch, { flow, invalid: missing && !draft.chosen })}
      ${h(VisitNote, { flow })}
    `,
  });
}
