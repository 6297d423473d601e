import { h } from 'preact';
import { useEffect, useMemo, useReducer, useRef, useState } from 'preact/hooks';
import { now, visitorZone } from '../kit/dates.js';
import type { View } from '../kit/html.js';
import { html } from '../kit/html.js';
import { Notice } from '../kit/notice.js';
import { Skeleton } from '../kit/skeleton.js';
import { style } from '../kit/styles.js';
import css from './booking.css';
import type { Booking } from './context.js';
import type { Languages } from './languages.js';
import type { LoadMore, More } from './more.js';
import { notLoaded } from './not-loaded.js';
import type { Options } from './options.js';
import { createKeys, failureOf, requestOf } from './sending.js';
import type { State } from './state.js';
import { begin, reduce } from './state.js';
import { StepView } from './step-view.js';
import { createTimes } from './times.js';
import type { BookingApi, BookingWords, Catalog, Site } from './types.js';
import { totalOf } from './visit.js';
import { zonesOf } from './zones.js';

style(css);

/** What the widget tells its page; `submit` can be prevented, then it answers false. */
export type Emit = (name: 'ready' | 'step' | 'slot' | 'submit' | 'booked' | 'error', detail: object) => boolean;

export interface BookingAppProps {
  api: BookingApi;
  options: Options;
  emit: Emit;
  languages: Languages;
  loadMore: LoadMore;
}

interface Loaded {
  site: Site;
  catalog: Catalog;
  words: BookingWords;
}

/** The whole of the booking: fetches the business, then leads through the steps. */
export function BookingApp({ api, options, emit, languages, loadMore }: BookingAppProps): View {
  const [loaded, setLoaded] = useState<Loaded | 'failed' | null>(null);
  const [tries, setTries] = useState(0);
  const { language } = options;
  useEffect(() => {
    let wanted = true;
    // In another language, what was chosen and typed stays.
    if (loaded === 'failed') setLoaded(null);
    const site = api.call('GET /site', {});
    Promise.all([site, api.call('GET /catalog', {}), languages.wordsFor(language, site)]).then(
      ([site, catalog, words]) => wanted && setLoaded({ site, catalog, words }),
      (error) => {
        if (!wanted) return;
        setLoaded('failed');
        emit('error', { code: error.code ?? 'internal' });
      },
    );
    return () => {
      wanted = false;
    };
  }, [tries, language]);

  const ready = loaded && loaded !== 'failed' ? loaded : null;
  const words = ready?.words ?? languages.english;
  const { t } = words;
  const retry = () => setTries(tries + 1);
  const refresh = () => api.call('GET /site', {}).then((site) => ready && setLoaded({ ...ready, site }));
  let content: View;
  if (loaded === 'failed') content = notLoaded(words, retry);
  else if (!ready) content = h(Skeleton, { rows: 5, height: 68, label: t('loading') });
  else if (ready.catalog.services.length === 0) {
    content = h(Notice, { title: t('service.none'), children: t('service.noneText') });
  } else content = h(Flow, { key: startOf(options), api, options, emit, loadMore, refresh, ...ready });

  return html`<div
    class="bookpane booking"
    part="root"
    role="region"
    aria-label=${options.label ?? t('widget.label')}
    lang=${words.language}
    dir=${options.direction ?? words.direction}
    data-theme=${options.theme}
    style=${ready?.site.style}
  >
    <div class="booking-frame">${content}</div>
  </div>`;
}

/** What a booking begins with: when the page changes it, it begins anew. */
const startOf = ({ services, category, provider, location, lock, date }: Options): string =>
  JSON.stringify([services, category, provider, location, lock, date]);

interface FlowProps extends Omit<BookingAppProps, 'languages'>, Loaded {
  /** Reads the business again: its terms have changed. */
  refresh: () => Promise<unknown>;
}

function Flow({ api, options, emit, loadMore, words, site, catalog, refresh }: FlowProps): View {
  const choice = useMemo(() => ({ catalog, options }), [catalog, options]);
  const [state, dispatch] = useReducer<State, Parameters<typeof reduce>[2], typeof choice>(
    (state, action) => reduce(choice, state, action),
    choice,
    begin,
  );
  const times = useMemo(() => createTimes(api), [api]);
  const keys = useMemo(() => createKeys(), []);
  const busy = useRef(false);
  const [moreFields, setMore] = useState<More | null>();
  const ownZone = options.timeZone ?? visitorZone();
  const { step, visit } = state;

  const fetchMore = (mark?: number) => {
    setMore(undefined);
    loadMore(mark).then(
      (more) => setMore(() => more),
      () => setMore(null),
    );
  };
  useEffect(() => {
    if (site.visitorFields) fetchMore();
  }, [!site.visitorFields]);
  useEffect(() => void emit('ready', {}), []);
  useEffect(() => void emit('step', { step }), [step]);
  useEffect(() => {
    if (visit.slot) emit('slot', { start: visit.slot.start, end: visit.slot.end });
  }, [visit.slot]);

  const send = async () => {
    // A reference of its own: two presses come faster than a drawing.
    if (busy.current || !visit.slot) return;
    const { shown } = zonesOf(choice, state, ownZone);
    const body = requestOf(choice, state, site, shown, words.language);
    const what = { services: body.services, start: body.start, location: body.location, provider: body.provider };
    if (!emit('submit', what)) return;
    busy.current = true;
    dispatch({ type: 'send' });
    try {
      const booked = await api.call('POST /bookings', { body, idempotencyKey: keys.keyFor(body) });
      dispatch({ type: 'booked', booked });
      emit('booked', { reference: booked.booking.reference });
      if (options.successUrl) location.assign(options.successUrl);
    } catch (error) {
      const action = failureOf(error, state.quotedMinor ?? totalOf(catalog, visit));
      const code = (error as { code?: string }).code ?? 'internal';
      if (code === 'idempotency_key_reused') keys.forget();
      // What is asked or agreed to may have changed, too.
      refresh().catch(() => {});
      dispatch(action);
      emit('error', { code });
    } finally {
      // What is free is no longer what it was.
      times.forget();
      busy.current = false;
    }
  };

  const booking: Booking = {
    choice,
    site,
    state,
    words,
    api,
    times,
    ownZone,
    moreFields,
    retryMore: () => fetchMore(now()),
    dispatch,
    send,
  };
  return h(StepView, { booking });
}
