import { h } from 'preact';
import { useState } from 'preact/hooks';
import type { View } from '../../../widget/kit/html.js';
import { html } from '../../../widget/kit/html.js';
import { useAdmin } from '../../admin-context.js';
import { ChoiceCards } from './choice-cards.js';
import { withVisit } from './draft.js';
import type { StepProps } from './flow.js';
import { StepForm } from './step-form.js';

/** What kind of service it is to be. A category without services is shown too, and says so one step on (A036). */
export function CategoryStep({ flow }: StepProps): View {
  const { t } = useAdmin().words;
  const { offer, draft, change, go } = flow;
  const { categories } = offer.choices;
  const [picked, setPicked] = useState(draft.category);
  const [missing, setMissing] = useState(false);
  const submit = () => {
    if (picked === null) return setMissing(true);
    if (picked !== draft.category) change((before) => withVisit({ ...before, category: picked }, { services: [] }));
    go('service');
  };
  const label = t('create.step.category');
  const countOf = (id: number) => offer.catalog.services.filter(({ categoryId }) => categoryId === id).length;
  return h(StepForm, {
    title: label,
    onBack: () => go('start'),
    onSubmit: submit,
    submit: categories.length > 0 && t('create.selectAndProceed'),
    problem: missing && picked === null ? t('create.chooseCategory') : null,
    children:
      categories.length > 0
        ? h(ChoiceCards, {
            label,
            name: 'category',
            invalid: missing && picked === null,
            options: categories.map(({ id, name }) => ({
              value: String(id),
              label: name,
              detail: t('create.services', { count: countOf(id) }),
            })),
            chosen: picked === null ? [] : [String(picked)],
            onChoose: (value) => setPicked(Number(value)),
          })
        : html`<p>${t('create.noCategories')}</p>`,
  });
}
