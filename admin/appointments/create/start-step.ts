import { h } from 'preact';
import type { View } from '../../../widget/kit/html.js';
import { html } from '../../../widget/kit/html.js';
import { useAdmin } from '../../admin-context.js';
import { ChoiceCards } from './choice-cards.js';
import { CustomerSearch } from './customer-search.js';
import type { Draft } from './draft.js';
import type { StepProps } from './flow.js';
import { RepeatVisit } from './repeat-visit.js';
import { StepForm } from './step-form.js';

/** For whom: somebody new, or somebody who is there. Who may do one alone is asked all the same, and sees which it is. */
export function StartStep({ flow }: StepProps): View {
  const { words, may } = useAdmin();
  const { t } = words;
  const { draft, change, go } = flow;
  const both = [
    { value: 'new', label: t('create.new'), detail: t('create.newText') },
    { value: 'existing', label: t('create.existing'), detail: t('create.existingText') },
  ];
  const mayDo = { new: may('customers.create_with_appointment'), existing: may('customers.view') };
  const options = both.filter(({ value }) => mayDo[value as keyof typeof mayDo]);
  const who = draft.who ?? (options[0]?.value as Draft['who']) ?? null;
  const setWho = (value: string) => change((before) => ({ ...before, who: value as Draft['who'] }));
  const submit = () => {
    change((before) => ({ ...before, who }));
    go('category');
  };
  const label = t('create.step.start');
  return h(StepForm, {
    title: label,
    onSubmit: submit,
    submit: options.length > 0 && t('create.continue'),
    children:
      options.length > 0
        ? html`
          ${h(ChoiceCards, { label, name: 'who', options, chosen: who ? [who] : [], onChoose: setWho })}
          ${who === 'existing' && h(CustomerSearch, { flow, invalid: false })}
          ${who === 'existing' && draft.chosen && h(RepeatVisit, { key: draft.chosen.number, flow, number: draft.chosen.number })}
        `
        : t('create.mayNot'),
  });
}
