import { CalendarSearch, ChevronLeft, ChevronRight } from 'lucide';
import { h } from 'preact';
import { useLocation } from 'preact-iso/router';
import { Button } from '../../widget/kit/button.js';
import { dayAt, now, offsetName, visitorZone, zonePlace } from '../../widget/kit/dates.js';
import { addDays, isDay } from '../../widget/kit/days.js';
import { Empty } from '../../widget/kit/empty.js';
import { SelectField, TextField } from '../../widget/kit/field.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { Notice } from '../../widget/kit/notice.js';
import { Skeleton } from '../../widget/kit/skeleton.js';
import { style } from '../../widget/kit/styles.js';
import { useAdmin } from '../admin-context.js';
import type { Changes } from '../kit/address.js';
import { addressWith } from '../kit/address.js';
import { useLoad } from '../kit/load.js';
import { Page } from '../kit/page.js';
import { Problem } from '../kit/problem.js';
import { ProviderDay } from './provider-day.js';
import css from './why-page.css';

style(css);

/** “Why are there no times?”: a day of a service as its providers have it, with the sentence for each start that is refused (T9). */
export function WhyPage(): View {
  const { api, words } = useAdmin();
  const { t, language } = words;
  const { path, query, route } = useLocation();
  const today = dayAt(visitorZone(), now());
  const day = isDay(query['day'] ?? '') ? (query['day'] as string) : today;
  const { service = '', provider = '', location = '' } = query;
  const go = (changes: Changes) => route(addressWith(path, query, changes));
  const choices = useLoad('what times are of', (signal) =>
    api.call('GET /calendar', { query: { from: today, to: today }, signal }),
  );
  const asked = {
    service,
    from: day,
    to: day,
    ...(provider ? { provider } : {}),
    ...(location ? { location } : {}),
  };
  const found = useLoad(JSON.stringify(asked), async (signal) =>
    service ? api.call('GET /availability/day', { query: asked, signal }) : null,
  );
  const answer = found.outdated ? null : found.data;
  const offered = answer?.providers.filter((one) => one.offered || provider !== '') ?? [];

  return h(Page, {
    title: t('nav.why'),
    children: html`
      <p class="why-lead">${t('why.lead')}</p>
      <div class="toolbar">
        ${select('service', t('calendar.service'), t('why.chooseService'), choices.data?.services)}
        ${select('provider', t('appointments.provider'), t('appointments.anyProvider'), choices.data?.providers)}
        ${(choices.data?.locations.length ?? 0) > 1 && select('location', t('appointments.location'), t('why.firstLocation'), choices.data?.locations)}
        ${h(TextField, { label: t('move.day'), name: 'day', type: 'date', value: day, onValue: (to) => isDay(to) && go({ day: to }) })}
        ${h(Button, { kind: 'quiet', size: 'small', icon: ChevronLeft, iconTurns: true, label: t('why.dayBefore'), onPress: () => go({ day: addDays(day, -1) }) })}
        ${h(Button, { kind: 'quiet', size: 'small', icon: ChevronRight, iconTurns: true, label: t('why.dayAfter'), onPress: () => go({ day: addDays(day, 1) }) })}
      </div>
      ${choices.error !== undefined && h(Problem, { error: choices.error, onRetry: choices.reload })}
      ${found.error !== undefined && h(Problem, { error: found.error, onRetry: found.reload })}
      ${!service && h(Empty, { icon: CalendarSearch, title: t('why.none'), children: t('why.noneText') })}
      ${service && !answer && found.error === undefined && h(Skeleton, { rows: 5, height: 56, label: t('common.loading') })}
      ${answer?.hidden && h(Notice, { meaning: 'warning', title: t('why.hidden'), children: t('why.hiddenText') })}
      ${answer && offered.length === 0 && h(Notice, { meaning: 'warning', title: t('why.nobody'), children: t('why.nobodyText') })}
      ${
        answer &&
        html`<p class="why-zone">${t('detail.zone', { place: zonePlace(answer.timezone), offset: offsetName(language, answer.timezone, `${day}T12:00:00Z`) })}</p>
          ${offered.map((one) => h(ProviderDay, { key: one.id, provider: one, zone: answer.timezone, day }))}`
      }
    `,
  });

  function select(
    name: 'service' | 'provider' | 'location',
    label: string,
    any: string,
    items: readonly { id: number; name: string }[] = [],
  ): View {
    return h(SelectField, {
      label,
      name,
      value: query[name] ?? '',
      onValue: (value) => go({ [name]: value }),
      options: [{ value: '', label: any }, ...items.map((item) => ({ value: String(item.id), label: item.name }))],
    });
  }
}
