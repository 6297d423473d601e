import { h } from 'preact';
import { useState } from 'preact/hooks';
import type { View } from '../../../widget/kit/html.js';
import { useAdmin } from '../../admin-context.js';
import { ChoiceCards } from './choice-cards.js';
import type { Draft } from './draft.js';
import type { StepProps } from './flow.js';
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
  const [who, setWho] = useState(draft.who ?? options[0]?.value ?? null);
  const submit = () => {
    change((before) => ({ ...before, who: who as Draft['who'] }));
    go('category');
  };
  const label = t('create.step.start');
  return h(StepForm, {
    title: label,
    onSubmit: submit,
    submit: options.length > 0 && t('create.continue'),
    children:
      options.length > 0
        ? h(ChoiceCards, { label, name: 'who', options, chosen: who ? [who] : [], onChoose: setWho })
        : t('create.mayNot'),
  });
}
