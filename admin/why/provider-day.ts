import { h } from 'preact';
import { formatMinutes, formatTime, formatTimeRange } from '../../widget/kit/dates.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { useAdmin } from '../admin-context.js';
import { reasonSentence, reasonWord } from '../appointments/move/reason-words.js';
import type { DayAnswer } from '../appointments/move/refused.js';
import { BandBar } from './band-bar.js';
import type { Row } from './refused-runs.js';
import { rowsOf } from './refused-runs.js';

export interface ProviderDayProps {
  provider: DayAnswer['providers'][number];
  zone: string;
  day: string;
}

/** One provider's day: what fills it, which starts can be booked, and why the others can't. */
export function ProviderDay({ provider, zone, day }: ProviderDayProps): View {
  const { words } = useAdmin();
  const { t, language } = words;
  const times = ({ from, to }: { from: number; to: number }): string =>
    from === to ? formatTime(language, from, zone) : formatTimeRange(language, from, to, zone);
  if (!provider.offered)
    return html`<section class="why-provider"><h2>${provider.name}</h2><p>${reasonSentence(words, 'not_offered')}</p></section>`;
  const { rows, count, between } = rowsOf(provider);
  return html`<section class="why-provider">
    <h2>${provider.name} <small>${t('why.free', { count })} · ${t('why.takes', { length: formatMinutes(language, provider.minutes) })}</small></h2>
    ${h(BandBar, { bands: provider.bands, zone, day })}
    <table class="why-starts">
      <thead><tr><th scope="col">${t('why.starts')}</th><th scope="col">${t('why.answer')}</th></tr></thead>
      <tbody>
        ${rows.map((row) => rowOf(row))}
        ${between && html`<tr><td>${t('why.between')}</td><td>${reasonSentence(words, 'off_grid')}</td></tr>`}
      </tbody>
    </table>
  </section>`;

  function rowOf(row: Row): View {
    if ('free' in row)
      return html`<tr class="free"><td class="tabular">${row.free.map(times).join(' · ')}</td><td>${t('why.bookable')}</td></tr>`;
    const { reason } = row;
    return html`<tr>
      <td class="tabular">${times(row)}</td>
      <td><b>${reasonWord(words, reason)}.</b> ${reasonSentence(words, reason)}</td>
    </tr>`;
  }
}
