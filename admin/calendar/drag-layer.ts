import type { ComponentChildren, RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { formatTimeRange } from '../../widget/kit/dates.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { style } from '../../widget/kit/styles.js';
import { useAdmin } from '../admin-context.js';
import { reasonWord } from '../appointments/move/reason-words.js';
import type { DayAnswer } from '../appointments/move/refused.js';
import { reasonAt, reasonUntil, refusedSpans } from '../appointments/move/refused.js';
import type { Axis } from './axis.js';
import { topOf } from './axis.js';
import css from './drag-layer.css';
import type { Drop, Held } from './dragging.js';
import { listenForDrags } from './dragging.js';
import { placeOf } from './grid-column.js';
import type { CalendarAnswer, Column } from './types.js';

style(css);

export interface DragLayerProps {
  scroller: RefObject<HTMLDivElement | null>;
  columns: readonly Column[];
  axis: Axis;
  data: CalendarAnswer;
  onDrop: (drop: Drop) => void;
  asking: { drop: Drop; panel: ComponentChildren } | null;
}

/** What is held over the grid, and beneath it the times that can't be, each with the reason. Drawn alone: the cards stay as they are. */
export function DragLayer({ scroller, columns, axis, data, onDrop, asking }: DragLayerProps): View {
  const { api, words } = useAdmin();
  const { t, language } = words;
  const [held, setHeld] = useState<Held | null>(null);
  const [answer, setAnswer] = useState<DayAnswer | null>(null);
  const asked = useRef<number | null>(null);
  const known = useRef<DayAnswer | null>(null);
  known.current = answer;
  const layer = useRef<HTMLDivElement>(null);
  const ground = useRef({ columns, axis });
  ground.current = { columns, axis };
  const drop = useRef(onDrop);
  drop.current = onDrop;

  const ask = async (id: number): Promise<void> => {
    if (asked.current === id) return;
    asked.current = id;
    setAnswer(null);
    const days = ground.current.columns.map(({ day }) => day).sort();
    const query = { appointment: String(id), from: days[0] ?? '', to: days.at(-1) ?? '' };
    // Without it nothing is marked, and the server still decides.
    const found = await api.call('GET /availability/day', { query }).catch(() => null);
    if (asked.current === id) setAnswer(found);
  };

  useEffect(() => {
    const area = layer.current?.parentElement;
    if (!area || !scroller.current) return;
    return listenForDrags(area, scroller.current, () => ground.current, {
      held(next) {
        if (next?.event) void ask(next.event.id);
        if (!next) asked.current = null;
        setHeld(next);
      },
      dropped(last) {
        const provider = providerOf(last);
        const refused = reasonOf(known.current, last, provider) ?? null;
        asked.current = null;
        setHeld(null);
        drop.current({ ...last, provider, refused });
      },
    });
  }, []);

  const shown = held ?? asking?.drop ?? null;
  const marks = held?.event && held.kind === 'move' ? columns : [];
  const providerId = shown && providerOf(shown);
  const reason = held ? reasonOf(answer, held, providerId) : asking?.drop.refused;
  return html`<div class="drag-layer" ref=${layer} style=${{ '--columns': String(columns.length) }}>
    ${marks.map((column, index) =>
      refusedSpans(answer, column.provider?.id ?? held?.event?.provider ?? null).map(({ from, to, reason: why }) => {
        const { pieces } = column;
        if (to <= (pieces[0]?.from ?? 0) || from >= (pieces.at(-1)?.to ?? 0)) return null;
        const place = placeOf(topOf(axis, pieces, from), topOf(axis, pieces, to));
        return html`<div class="refused" style=${{ ...place, '--at': String(index) }}><span>${reasonWord(words, why)}</span></div>`;
      }),
    )}
    ${
      shown &&
      html`<div class=${`held ${reason ? 'bad' : ''}`} style=${heldPlace(shown)}>
        <b>${formatTimeRange(language, shown.start, shown.end, data.timezone)}</b>
        <span>${shown.event?.customer ?? t('calendar.new')}</span>
        ${reason && html`<span class="held-reason">${reasonWord(words, reason)}</span>`}
      </div>`
    }
    ${asking && !held && html`<div class="drop-panel" style=${heldPlace(asking.drop)}>${asking.panel}</div>`}
  </div>`;

  function providerOf({ column, event }: Held): number | null {
    return ground.current.columns[column]?.provider?.id ?? event?.provider ?? null;
  }

  function heldPlace({ column, start, end }: Held) {
    const pieces = columns[column]?.pieces ?? columns[0]?.pieces ?? [];
    const place = placeOf(topOf(axis, pieces, start), topOf(axis, pieces, end));
    return { ...place, '--at': String(Math.min(column, columns.length - 1)) };
  }
}

function reasonOf(answer: DayAnswer | null, { kind, event, start, end }: Held, provider: number | null) {
  if (event === null) return null;
  return kind === 'move' ? reasonAt(answer, provider, start) : reasonUntil(answer, provider, start, end);
}
