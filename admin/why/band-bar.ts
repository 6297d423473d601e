import { formatTime, formatTimeRange } from '../../widget/kit/dates.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { useAdmin } from '../admin-context.js';
import type { DayAnswer } from '../appointments/move/refused.js';
import { axisOf, hoursOf, topOf } from '../calendar/axis.js';
import { MINUTE, piecesOf } from '../calendar/zone-day.js';

export interface BandBarProps {
  bands: DayAnswer['providers'][number]['bands'];
  zone: string;
  day: string;
}

/** A provider's day as a bar of bands, 23, 24 or 25 hours long; read out as a list. */
export function BandBar({ bands, zone, day }: BandBarProps): View {
  const { t, language } = useAdmin().words;
  const pieces = piecesOf(zone, day);
  const axis = axisOf([pieces]);
  const share = (instant: number): number => (topOf(axis, pieces, instant) / axis.length) * 100;
  return html`<div class="band-bar">
    <ol>
      ${bands.map(({ kind, start, end }) => {
        const [from, to] = [share(Date.parse(start)), share(Date.parse(end))];
        const word = t(`band.${kind}`);
        const said = `${formatTimeRange(language, start, end, zone)} ${word}`;
        return html`<li class=${`band ${kind}`} title=${said} style=${{ insetInlineStart: `${from}%`, inlineSize: `${to - from}%` }}>
          <span class="hidden-text">${said}</span>${to - from > 8 && html`<span aria-hidden="true">${word}</span>`}
        </li>`;
      })}
    </ol>
    <div class="band-hours" aria-hidden="true">
      ${hoursOf(axis)
        .filter(({ minute }) => minute % 180 === 0)
        .map(
          ({ top, minute }) =>
            html`<span class=${minute % 360 === 0 ? '' : 'minor'} style=${{ insetInlineStart: `${(top / axis.length) * 100}%` }}>${formatTime(language, minute * MINUTE, 'UTC')}</span>`,
        )}
    </div>
  </div>`;
}
