import { useLayoutEffect, useRef } from 'preact/hooks';
import { formatTime } from '../../../widget/kit/dates.js';
import type { View } from '../../../widget/kit/html.js';
import { html } from '../../../widget/kit/html.js';
import { useAdmin } from '../../admin-context.js';
import { reasonWord } from './reason-words.js';
import type { DayAnswer, RefusalReason } from './refused.js';
import { isOverrulable } from './refused.js';

export interface StartTime {
  start: number;
  reason: RefusalReason | null;
}

const quarter = 15 * 60_000;

/** The starts of a provider's day, each quarter of an hour, with what is said against it. */
export function startsOf(provider: DayAnswer['providers'][number]): StartTime[] {
  return provider.starts.flatMap(({ first, last, reason }) => {
    const starts: StartTime[] = [];
    const from = Date.parse(first);
    for (let start = from; start <= Date.parse(last); start = (Math.floor(start / quarter) + 1) * quarter)
      starts.push({ start, reason });
    return starts;
  });
}

export interface MoveTimesProps {
  starts: readonly StartTime[];
  zone: string;
  chosen: number | null;
  mayOverrule: boolean;
  onChoose: (time: StartTime) => void;
}

/** Times to choose from by arrow keys; what can't be stands there with its reason. */
export function MoveTimes({ starts, zone, chosen, mayOverrule, onChoose }: MoveTimesProps): View {
  const { words } = useAdmin();
  const { t, language } = words;
  const list = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const seen =
      list.current?.querySelector<HTMLElement>('.chosen') ?? list.current?.querySelector<HTMLElement>('.free');
    // Within the list alone: the page stays where it is.
    if (seen && list.current) list.current.scrollTop = seen.offsetTop - 40;
  }, [starts, chosen === null]);
  return html`<fieldset class="move-times">
    <legend>${t('move.time')}</legend>
    <div class="move-times-list" ref=${list}>
      ${starts.map((time) => {
        const { start, reason } = time;
        const look = `move-time${start === chosen ? ' chosen' : ''}${reason ? '' : ' free'}`;
        return html`<label class=${look} key=${start}>
          <input
            type="radio"
            name="move-time"
            checked=${start === chosen}
            disabled=${reason !== null && !(mayOverrule && isOverrulable(reason))}
            onChange=${() => onChoose(time)}
          />
          <span class="tabular">${formatTime(language, start, zone)}</span>
          <small>${reason ? reasonWord(words, reason) : t('move.free')}</small>
        </label>`;
      })}
    </div>
  </fieldset>`;
}
