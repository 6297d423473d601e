import { h } from 'preact';
import { useState } from 'preact/hooks';
import { readOptions } from '../../../widget/booking/options.js';
import { linesOf, locationsFor, providersFor, sumOf } from '../../../widget/booking/visit.js';
import { formatMinutes } from '../../../widget/kit/dates.js';
import type { View } from '../../../widget/kit/html.js';
import { formatMoney } from '../../../widget/kit/money.js';
import { Notice } from '../../../widget/kit/notice.js';
import { useAdmin } from '../../admin-context.js';
import { ChoiceCards } from './choice-cards.js';
import { withVisit } from './draft.js';
import type { StepProps } from './flow.js';
import { StepForm } from './step-form.js';

const options = readOptions(() => null);

/** Where: every place that has all of the services. */
export function LocationStep({ flow }: StepProps): View {
  const { t } = useAdmin().words;
  const { offer, draft, change, go } = flow;
  const { services, location } = draft.visit;
  const [missing, setMissing] = useState(false);
  const places = locationsFor({ catalog: offer.catalog, options }, services);
  const choose = (value: string) =>
    change((before) => withVisit(before, { location: Number(value), provider: null, providerDecided: false }));
  const title = t('create.step.location');
  const invalid = missing && location === null;
  return h(StepForm, {
    title,
    onBack: () => go('service'),
    submit: places.length > 0 && t('create.continue'),
    onSubmit: () => (location === null ? setMissing(true) : go('provider')),
    problem: invalid ? t('create.chooseLocation') : null,
    children:
      places.length > 0
        ? h(ChoiceCards, {
            label: title,
            name: 'location',
            invalid,
            options: places.map(({ id, name, address }) => ({ value: String(id), label: name, detail: address })),
            chosen: location === null ? [] : [String(location)],
            onChoose: choose,
          })
        : h(Notice, { meaning: 'warning', title: t('create.noLocation'), children: t('create.fewerServices') }),
  });
}

/** With whom: any, or each who performs all of the services there. Some accounts book their own provider alone (S05). */
export function ProviderStep({ flow }: StepProps): View {
  const { t, language } = useAdmin().words;
  const { offer, draft, change, go } = flow;
  const { catalog, choices } = offer;
  const { visit } = draft;
  const [missing, setMissing] = useState(false);
  const own = choices.provider;
  const providers = providersFor(catalog, visit).filter(({ id }) => own === null || id === own);
  const cards = providers.map(({ id, name }) => {
    const lines = linesOf(catalog, { ...visit, provider: id, slot: null });
    const currency = lines[0]?.service.currency ?? 'EUR';
    return {
      value: String(id),
      label: name,
      detail: formatMinutes(language, sumOf(lines, 'durationMinutes')),
      figure: formatMoney(language, sumOf(lines, 'priceMinor'), currency),
    };
  });
  const any = { value: 'any', label: t('create.anyProvider'), detail: t('create.anyProviderText') };
  const offered = own === null ? [any, ...cards] : cards;
  const title = t('create.step.provider');
  const invalid = missing && !visit.providerDecided;
  return h(StepForm, {
    title,
    onBack: () => go('location'),
    submit: offered.length > 0 && t('create.continue'),
    onSubmit: () => (visit.providerDecided ? go('time') : setMissing(true)),
    problem: invalid ? t('create.chooseProvider') : null,
    children:
      offered.length > 0
        ? h(ChoiceCards, {
            label: title,
            name: 'provider',
            invalid,
            options: offered,
            chosen: visit.providerDecided ? [visit.provider === null ? 'any' : String(visit.provider)] : [],
            onChoose: (value) => {
              const provider = value === 'any' ? null : Number(value);
              change((before) => withVisit(before, { provider, providerDecided: true }));
            },
          })
        : h(Notice, { meaning: 'warning', title: t('create.noProvider'), children: t('create.fewerServices') }),
  });
}
