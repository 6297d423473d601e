import { h } from 'preact';
import { useState } from 'preact/hooks';
import { dayAt, formatMinutes, now, visitorZone } from '../../widget/kit/dates.js';
import { isDay } from '../../widget/kit/days.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { Notice } from '../../widget/kit/notice.js';
import { style } from '../../widget/kit/styles.js';
import { useAdmin } from '../admin-context.js';
import { Choice } from '../kit/choice.js';
import { SaveBar } from '../kit/save-bar.js';
import { useUnsaved } from '../kit/unsaved.js';
import { useCall } from '../team/use-call.js';
import css from './hours.css';
import type { Period, PeriodDraft, PeriodWish, WeekDraft } from './hours-draft.js';
import { copyOf, freshKey, periodDraft, sameHours, totalOf, wishOf } from './hours-draft.js';
import { faultsOfWeeks, periodIsFine } from './hours-faults.js';
import { nextMonday, PeriodBar } from './period-bar.js';
import { letterOf, mondayOf, weekOn } from './period-weeks.js';
import type { ProviderTabProps } from './provider-tab.js';
import { providerFault } from './provider-words.js';
import { useStranding } from './use-stranding.js';
import { WeekEditor } from './week-editor.js';

style(css);

export interface HoursEditorProps extends ProviderTabProps {
  periods: readonly Period[];
}

/** The weekly hours of a provider: now, and from dates on; the same every week, or several weeks in turn. */
export function HoursEditor({ provider, locations, readOnly, periods, onChanged }: HoursEditorProps): View {
  const { api, words, toasts } = useAdmin();
  const { t, language } = words;
  const today = dayAt(visitorZone(), now());
  const [saved, setSaved] = useState<readonly PeriodDraft[]>(() => periods.map(periodDraft));
  const [draft, setDraft] = useState<readonly PeriodDraft[]>(saved);
  const [current, setCurrent] = useState(() => holding(saved, today));
  const [week, setWeek] = useState(() => weekOn(saved[current] as PeriodDraft, today));
  const [tried, setTried] = useState(false);
  const call = useCall((error) => providerFault(words, error));
  const dirty = !sameHours(saved, draft);
  const { dialog } = useUnsaved(dirty);
  const stranding = useStranding();
  const places = locations.filter(({ id }) => provider.locations.includes(id));

  const period = draft[Math.min(current, draft.length - 1)] as PeriodDraft;
  const shownWeek = Math.min(week, period.weeks.length - 1);
  const weekDraft = period.weeks[shownWeek] as WeekDraft;
  const faults = faultsOfWeeks(period.weeks);
  const wrongDate = draft.findIndex(({ from }, index) => index > 0 && !followsOn(draft, from, index));
  const setPeriod = (next: PeriodDraft) => setDraft(draft.map((one) => (one.key === next.key ? next : one)));
  const show = (next: readonly PeriodDraft[]) => {
    setSaved(next);
    setDraft(next);
    setCurrent((before) => Math.min(before, next.length - 1));
    setTried(false);
  };

  const put = (wishes: PeriodWish[], before: PeriodWish[] | null) =>
    call.run(async () => {
      const answer = await api.call('PUT /providers/:id/hours', {
        params: { id: String(provider.id) },
        body: { periods: wishes },
      });
      show(answer.periods.map(periodDraft));
      toasts.show({
        text: t('providers.hoursSaved', { name: provider.name }),
        ...(before ? { undo: () => void put(before, null) } : {}),
      });
      onChanged();
    });
  const submit = async (event: Event) => {
    event.preventDefault();
    setTried(true);
    const form = event.currentTarget as HTMLFormElement;
    const wrong = wrongDate >= 0 ? wrongDate : draft.findIndex((one) => !periodIsFine(one));
    if (wrong >= 0) {
      setCurrent(wrong);
      const faulty = draft[wrong]?.weeks.findIndex((one) => faultsOfWeeks([one]).size > 0) ?? -1;
      if (faulty >= 0) setWeek(faulty);
      // The fields of another period or week are there with the next drawing.
      requestAnimationFrame(() => form.querySelector<HTMLInputElement>('[aria-invalid=true]')?.focus());
      return;
    }
    if (!dirty) return;
    const periods = draft.map(wishOf);
    const id = String(provider.id);
    await stranding.guard(
      () => api.call('POST /providers/:id/impact', { params: { id }, body: { hours: { periods } } }),
      () => put(periods, saved.map(wishOf)),
    );
  };
  const add = () => {
    const last = draft.at(-1) as PeriodDraft;
    const after = last.from !== null && isDay(last.from) && last.from > today ? last.from : today;
    const copy = last.weeks.map((one) => one.map(copyOf));
    const from = nextMonday(after);
    setDraft([...draft, { key: freshKey(), from, anchor: mondayOf(from), weeks: copy }]);
    setCurrent(draft.length);
    setWeek(0);
  };
  const remove = () => {
    setDraft(draft.filter((one) => one.key !== period.key));
    setCurrent(Math.max(0, current - 1));
  };

  return html`<form class="hours provider-card" novalidate onSubmit=${submit}>
    ${places.length === 0 && h(Notice, { meaning: 'warning', children: t('providers.hoursNoPlace') })}
    ${call.fault && h(Notice, { meaning: 'danger', urgent: true, children: call.fault.text })}
    ${h(PeriodBar, {
      periods: draft,
      current: Math.min(current, draft.length - 1),
      today,
      readOnly,
      fault: tried && wrongDate === current ? t('providers.periodOrder') : undefined,
      onCurrent: (index) => {
        setCurrent(index);
        setWeek(0);
      },
      onPeriod: setPeriod,
      onAdd: add,
      onRemove: remove,
    })}
    <div class="hours-head">
      ${
        period.weeks.length > 1 &&
        h(Choice<string>, {
          label: t('providers.weeks'),
          value: String(shownWeek),
          options: period.weeks.map((_, index) => ({
            value: String(index),
            label: t('providers.week', { letter: letterOf(index) }),
          })),
          onValue: (index) => setWeek(Number(index)),
        })
      }
      <p class="hours-total tabular" role="status">${t('providers.weekTotal', { time: formatMinutes(language, totalOf(weekDraft.flat())) || '0' })}</p>
    </div>
    ${h(WeekEditor, {
      key: `${period.key} ${shownWeek}`,
      week: weekDraft,
      faults,
      places,
      readOnly: readOnly || places.length === 0,
      onWeek: (next) =>
        setPeriod({ ...period, weeks: period.weeks.map((one, index) => (index === shownWeek ? next : one)) }),
    })}
    ${dirty && h(SaveBar, { busy: call.busy || stranding.busy, onUndo: () => show(saved) })}
  </form>${dialog}${stranding.drawer}`;
}

/** The period that holds on a date. */
const holding = (periods: readonly PeriodDraft[], day: string): number =>
  Math.max(
    0,
    periods.findLastIndex(({ from }) => from === null || from <= day),
  );

/** Whether a period begins on a date, and after the one before it. */
function followsOn(periods: readonly PeriodDraft[], from: string | null, index: number): boolean {
  const before = periods[index - 1]?.from ?? '';
  return from !== null && isDay(from) && from > before;
}
