import { SearchX } from 'lucide';
import { h } from 'preact';
import { useState } from 'preact/hooks';
import { mostPersons, mostServices, servicesOf } from '../../../widget/booking/visit.js';
import { Button } from '../../../widget/kit/button.js';
import { formatMinutes } from '../../../widget/kit/dates.js';
import { Empty } from '../../../widget/kit/empty.js';
import type { View } from '../../../widget/kit/html.js';
import { html } from '../../../widget/kit/html.js';
import { formatMoney } from '../../../widget/kit/money.js';
import { Stepper } from '../../../widget/kit/stepper.js';
import { useAdmin } from '../../admin-context.js';
import { ChoiceCards } from './choice-cards.js';
import { wantedPlace, withVisit } from './draft.js';
import { ExtrasField } from './extras-field.js';
import type { StepProps } from './flow.js';
import { StepForm } from './step-form.js';

/** One or more services of the category (A037), with what they take and cost; an empty category leads back (A036). */
export function ServiceStep({ flow }: StepProps): View {
  const { t, language } = useAdmin().words;
  const { offer, draft, change, go } = flow;
  const { catalog } = offer;
  const { services, persons, location, providerDecided } = draft.visit;
  const [missing, setMissing] = useState(false);
  const offered = catalog.services.filter(({ categoryId }) => categoryId === draft.category);
  const back = () => go('category');
  const title = t('create.step.service');
  if (offered.length === 0) {
    const action = h(Button, { kind: 'primary', onPress: back, children: t('create.otherCategory') });
    const advice = t('create.noServicesText');
    return h(StepForm, {
      title,
      onSubmit: back,
      submit: false,
      children: h(Empty, { icon: SearchX, title: t('create.noServices'), children: advice, action }),
    });
  }
  const currency = servicesOf(catalog, services)[0]?.currency;
  const toggle = (value: string) => {
    const id = Number(value);
    const next = services.includes(id) ? services.filter((other) => other !== id) : [...services, id];
    // What was chosen further on may no longer go with it.
    const open = wantedPlace(draft.wanted, catalog, next);
    const most = mostPersons(catalog, next);
    change((before) =>
      withVisit(before, { ...open, services: next, persons: next.length > 0 ? Math.min(persons, most) : 1 }),
    );
  };
  const most = services.length > 0 ? mostPersons(catalog, services) : 1;
  const { start } = draft.wanted;
  // Whoever marked a time on the calendar has said where and with whom.
  const next = start && location !== null ? (providerDecided ? 'time' : 'provider') : 'location';
  return h(StepForm, {
    title,
    lead: t('create.severalServices'),
    onBack: back,
    onSubmit: () => (services.length > 0 ? go(next) : setMissing(true)),
    problem: missing && services.length === 0 ? t('create.chooseService') : null,
    children: html`
      ${h(ChoiceCards, {
        label: title,
        name: 'service',
        several: true,
        invalid: missing && services.length === 0,
        options: offered.map((service) => ({
          value: String(service.id),
          label: service.name,
          detail: formatMinutes(language, service.durationMinutes),
          figure: formatMoney(language, service.priceMinor, service.currency),
          disabled:
            !services.includes(service.id) &&
            (services.length >= mostServices || (currency !== undefined && currency !== service.currency)),
        })),
        chosen: services.map(String),
        onChoose: toggle,
      })}
      ${h(ExtrasField, { flow })}
      ${
        most > 1 &&
        h(Stepper, {
          label: t('create.persons'),
          value: persons,
          min: 1,
          max: most,
          onValue: (value) => change((before) => withVisit(before, { persons: value })),
          lessLabel: t('create.fewer'),
          moreLabel: t('create.more'),
          text: t('appointments.persons', { count: persons }),
        })
      }
    `,
  });
}
