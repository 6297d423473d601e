import { h } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { createTimes } from '../../../widget/booking/times.js';
import type { View } from '../../../widget/kit/html.js';
import { html } from '../../../widget/kit/html.js';
import { Skeleton } from '../../../widget/kit/skeleton.js';
import { style } from '../../../widget/kit/styles.js';
import { publicApi } from '../../admin-api.js';
import { useAdmin } from '../../admin-context.js';
import recordCss from '../../customers/record/record-form.css';
import { addressWith } from '../../kit/address.js';
import { useLoad } from '../../kit/load.js';
import { Page } from '../../kit/page.js';
import { Problem } from '../../kit/problem.js';
import { useUnsaved } from '../../kit/unsaved.js';
import { CategoryStep } from './category-step.js';
import css from './create.css';
import { CustomerStep } from './customer-step.js';
import { DoneStep } from './done-step.js';
import type { Chosen, Draft, Offer } from './draft.js';
import { draftOf, wantedOf } from './draft.js';
import { ExistingStep } from './existing-step.js';
import type { Flow } from './flow.js';
import { LocationStep, ProviderStep } from './place-steps.js';
import { Rail } from './rail.js';
import { ReviewStep } from './review-step.js';
import { ServiceStep } from './service-step.js';
import { StartStep } from './start-step.js';
import type { Step } from './steps.js';
import { stepOf } from './steps.js';
import { TimeStep } from './time-step.js';
import { useNewCustomer } from './use-new-customer.js';
import { useSending } from './use-sending.js';

style(recordCss);
style(css);

/** “Create appointment and customer” (FEATURES A003, A035 to A041), and an appointment for somebody who is there. */
export function CreateAppointmentPage(): View {
  const { api, words } = useAdmin();
  const { t } = words;
  const { query } = useLocation();
  // From a customer's page: for whom is said already.
  const number = /^[1-9]\d{0,15}$/.test(query['customer'] ?? '') ? query['customer'] : undefined;
  const loaded = useLoad('what can be booked', async (signal) => {
    const [site, catalog, choices, settings, customer] = await Promise.all([
      publicApi.call('GET /site', { signal }),
      publicApi.call('GET /catalog', { signal }),
      api.call('GET /bookings/choices', { signal }),
      api.call('GET /settings', { signal }),
      number ? api.call('GET /customers/:number', { params: { number }, signal }) : null,
    ]);
    return { offer: { site, catalog, choices, settings }, chosen: customer?.status === 'active' ? customer : null };
  });
  const [lap, setLap] = useState(0);
  // What was chosen from stays while one chooses: the server says so when it no longer holds.
  const first = useRef<{ offer: Offer; chosen: Chosen | null } | undefined>(undefined);
  first.current ??= loaded.data;
  return h(Page, {
    title: t('create.title'),
    children: first.current
      ? h(Creating, { key: lap, ...first.current, onAgain: () => setLap(lap + 1) })
      : loaded.error !== undefined && !loaded.waiting
        ? h(Problem, { error: loaded.error, onRetry: loaded.reload })
        : h(Skeleton, { rows: 5, height: 56, label: t('common.loading') }),
  });
}

const views = {
  start: StartStep,
  category: CategoryStep,
  service: ServiceStep,
  location: LocationStep,
  provider: ProviderStep,
  time: TimeStep,
  customer: CustomerStep,
  review: ReviewStep,
};

interface CreatingProps {
  offer: Offer;
  /** Who it is for, when that is known from the start. */
  chosen: Chosen | null;
  onAgain: () => void;
}

function Creating({ offer: given, chosen, onAgain }: CreatingProps): View {
  const { path, query, route } = useLocation();
  const [offer, setOffer] = useState(given);
  const [draft, change] = useState<Draft>(() => {
    const wanted = wantedOf(query);
    return { ...draftOf(wanted, given.catalog), ...(chosen ? { who: 'existing', chosen } : {}) };
  });
  const times = useMemo(() => createTimes(publicApi), []);
  const form = useNewCustomer(offer.settings);
  const go = (step: Step) => route(addressWith(path, query, { step: step === 'start' ? null : step }));
  const onSite = (site: Offer['site']) => setOffer((before) => ({ ...before, site }));
  const onRefused = () => go('customer');
  const sending = useSending({ offer, draft, form, times, change, onSite, onRefused });
  const step = stepOf(draft, query['step']);
  const flow: Flow = { offer, draft, change, go, times, form, sending };
  const place = useRef<HTMLDivElement>(null);
  const shown = useRef<Step>(step);
  const dirty = draft.booked === null && (draft.category !== null || form.dirty);
  const { dialog } = useUnsaved(dirty);

  useEffect(() => {
    if (shown.current === step) return;
    shown.current = step;
    scrollTo(0, 0);
    // A field that is wrong has the focus already.
    setTimeout(() => {
      const inside =
        place.current?.contains(document.activeElement) && document.activeElement?.matches('[aria-invalid]');
      if (!inside) place.current?.querySelector<HTMLElement>('h2')?.focus();
    });
  }, [step]);

  const again = () => {
    route(path, true);
    onAgain();
  };
  if (step === 'done') return html`<div ref=${place}>${h(DoneStep, { flow, onAgain: again })}</div>`;
  const view = step === 'customer' && draft.who === 'existing' ? ExistingStep : views[step];
  return html`<div class="create">
    ${h(Rail, { flow, step })}
    <div ref=${place} class="create-main">${h(view, { key: step, flow })}</div>
    ${dialog}
  </div>`;
}
