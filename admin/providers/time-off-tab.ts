import { CalendarClock, Plus, Trash2, TreePalm } from 'lucide';
import type { ComponentChildren } from 'preact';
import { h } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../../widget/kit/button.js';
import { dayAt, formatDay, now } from '../../widget/kit/dates.js';
import { Empty } from '../../widget/kit/empty.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { Skeleton } from '../../widget/kit/skeleton.js';
import { useAdmin } from '../admin-context.js';
import { useLoad } from '../kit/load.js';
import { Problem } from '../kit/problem.js';
import { useCall } from '../team/use-call.js';
import { AddAbsence } from './add-absence.js';
import { AddSpecialDay } from './add-special-day.js';
import type { ProviderTabProps } from './provider-tab.js';
import { providerFault } from './provider-words.js';
import type { Absence, SpecialDay } from './time-off-words.js';
import { absenceWords, windowsWords, zoneOf } from './time-off-words.js';
import { useStranding } from './use-stranding.js';

/** When a provider is away, and the dates that have hours of their own. */
export function TimeOffTab({ provider, locations, readOnly }: ProviderTabProps): View {
  const { api, words, toasts } = useAdmin();
  const { t, language } = words;
  const [adding, setAdding] = useState<'absence' | 'specialDay' | null>(null);
  const call = useCall((error) => providerFault(words, error));
  const stranding = useStranding();
  const id = String(provider.id);
  const params = { id };
  const zone = zoneOf(provider, locations);
  const today = dayAt(zone, now());
  const loaded = useLoad(`time off ${id}`, async (signal) => {
    const [absences, specialDays] = await Promise.all([
      api.call('GET /providers/:id/absences', { params, signal }),
      api.call('GET /providers/:id/special-days', { params, signal }),
    ]);
    return { absences: absences.items, specialDays: specialDays.items };
  });
  const { data } = loaded;

  const taken = (text: string, undo: () => Promise<unknown>) => {
    loaded.reload();
    toasts.show({ text, undo: () => void call.run(async () => void (await undo())).then(loaded.reload) });
  };
  const removeAbsence = ({ id: itemId, ...body }: Absence) =>
    call.run(async () => {
      await api.call('DELETE /providers/:id/absences/:itemId', { params: { id, itemId: String(itemId) } });
      taken(t('timeOff.absenceRemoved'), () => api.call('POST /providers/:id/absences', { params, body }));
    });
  const removeSpecialDay = ({ id: itemId, ...body }: SpecialDay) =>
    stranding.guard(
      () => api.call('POST /providers/:id/impact', { params, body: { specialDayRemoval: itemId } }),
      () =>
        call.run(async () => {
          await api.call('DELETE /providers/:id/special-days/:itemId', { params: { id, itemId: String(itemId) } });
          taken(t('timeOff.specialRemoved'), () => api.call('POST /providers/:id/special-days', { params, body }));
        }),
    );

  const entry = (
    key: number,
    title: string,
    text: string,
    note: string,
    onRemove: () => void,
  ): View => html`<li key=${key}>
    <div>
      <p class="provider-entry">${title}</p>
      <p class="provider-under-always">${[text, note].filter(Boolean).join(' · ')}</p>
    </div>
    ${!readOnly && h(Button, { kind: 'quiet', size: 'small', icon: Trash2, label: t('providers.removeNamed', { name: title }), onPress: onRemove })}
  </li>`;
  const absence = (row: Absence) => {
    const { title, text } = absenceWords(words, row, zone);
    return entry(row.id, title, text, row.note, () => void removeAbsence(row));
  };
  const special = (row: SpecialDay) =>
    entry(row.id, formatDay(language, row.day, 'full'), windowsWords(words, row.windows, locations), row.note, () => {
      void removeSpecialDay(row);
    });

  if (!data)
    return loaded.error !== undefined && !loaded.waiting
      ? h(Problem, { error: loaded.error, onRetry: loaded.reload })
      : h(Skeleton, { rows: 5, height: 56, label: t('common.loading') });
  const isOver = ({ endsAt }: Absence) => Date.parse(endsAt) <= now();
  return html`<div class="time-off">
    ${call.fault && html`<p class="field-error" role="alert">${call.fault.text}</p>`}
    ${section('absence', data.absences.filter((row) => !isOver(row)).map(absence), data.absences.filter(isOver).reverse().map(absence))}
    ${section(
      'specialDay',
      data.specialDays.filter(({ day }) => day >= today).map(special),
      data.specialDays
        .filter(({ day }) => day < today)
        .reverse()
        .map(special),
    )}
    ${h(AddAbsence, {
      open: adding === 'absence',
      ...{ provider, zone, today },
      onClose: () => setAdding(null),
      onAdded: loaded.reload,
    })}
    ${h(AddSpecialDay, {
      open: adding === 'specialDay',
      ...{ provider, locations, today },
      onClose: () => setAdding(null),
      onAdded: loaded.reload,
    })}
    ${stranding.drawer}
  </div>`;

  function section(kind: 'absence' | 'specialDay', coming: ComponentChildren[], past: ComponentChildren[]): View {
    const add =
      !readOnly &&
      h(Button, { size: 'small', icon: Plus, onPress: () => setAdding(kind), children: t(`timeOff.add.${kind}`) });
    return html`<section aria-labelledby=${`time-off-${kind}`}>
      <div class="time-off-head">
        <h2 id=${`time-off-${kind}`}>${t(`timeOff.${kind}`)}</h2>
        ${coming.length > 0 && add}
      </div>
      ${
        coming.length > 0
          ? html`<ul class="provider-list">${coming}</ul>`
          : h(Empty, {
              icon: kind === 'absence' ? TreePalm : CalendarClock,
              title: t(`timeOff.none.${kind}`),
              children: t(`timeOff.text.${kind}`),
              action: add,
            })
      }
      ${
        past.length > 0 &&
        html`<details class="provider-past"><summary>${t('providers.past', { count: past.length })}</summary>
          <ul class="provider-list">${past}</ul></details>`
      }
    </section>`;
  }
}
