import { Repeat } from 'lucide';
import { h } from 'preact';
import { providersFor } from '../../../widget/booking/visit.js';
import { Button } from '../../../widget/kit/button.js';
import { formatDay } from '../../../widget/kit/dates.js';
import type { View } from '../../../widget/kit/html.js';
import { html } from '../../../widget/kit/html.js';
import { style } from '../../../widget/kit/styles.js';
import { useAdmin } from '../../admin-context.js';
import { useLoad } from '../../kit/load.js';
import type { Draft } from './draft.js';
import { withVisit } from './draft.js';
import type { StepProps } from './flow.js';
import css from './repeat-visit.css';

style(css);

/** What a customer had last time, to have it again with one press: services, place and provider, as far as they still are. */
export function RepeatVisit({ flow, number }: StepProps & { number: number }): View | null {
  const { api, words } = useAdmin();
  const { t, language } = words;
  const { offer, change, go } = flow;
  const last = useLoad(`last visit of ${number}`, async (signal) => {
    const params = { number: String(number) };
    const of = (kind: 'history' | 'coming') =>
      api.call('GET /customers/:number/appointments', { params, query: { kind, pageSize: '20' }, signal });
    const [history, coming] = await Promise.all([of('history'), of('coming')]);
    const kept = history.items.filter(({ status }) => status === 'confirmed' || status === 'completed');
    const [first] = [...kept, ...coming.items];
    return [...kept, ...coming.items]
      .filter(({ reference }) => reference === first?.reference)
      .sort((left, right) => (left.start < right.start ? -1 : 1));
  });
  const parts = last.outdated ? [] : (last.data ?? []);
  const [first] = parts;
  // What can't be booked any more can't be repeated.
  const offered = parts.every(({ serviceId }) => offer.catalog.services.some(({ id }) => id === serviceId));
  if (!first || !offered) return null;
  const repeat = () => {
    change((before): Draft => {
      const services = parts.map(({ serviceId }) => serviceId);
      const same = parts.every(({ providerId }) => providerId === first.providerId) ? first.providerId : null;
      const category = offer.catalog.services.find(({ id }) => id === first.serviceId)?.categoryId ?? null;
      const location = offer.catalog.locations.some(({ id }) => id === first.locationId) ? first.locationId : null;
      const wish = { ...before.visit, services, location };
      const provider = providersFor(offer.catalog, wish).find(({ id }) => id === same)?.id ?? null;
      const visit = { services, location, provider, providerDecided: provider !== null };
      return { ...withVisit(before, visit), who: 'existing', category };
    });
    go('time');
  };
  const names = [...new Set(parts.map(({ service }) => service))].join(', ');
  const when = formatDay(language, first.start, 'short', first.timeZone);
  return html`<div class="create-repeat">
    <p><strong>${t('create.lastVisit')}</strong><br />${t('create.lastVisitText', { services: names, provider: first.provider, day: when })}</p>
    ${h(Button, { size: 'small', icon: Repeat, onPress: repeat, children: t('create.repeat') })}
  </div>`;
}
