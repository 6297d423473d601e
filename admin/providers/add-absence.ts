import { h } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../widget/kit/button.js';
import { addDays, isDay } from '../../widget/kit/days.js';
import { Drawer } from '../../widget/kit/dialog.js';
import { Checkbox, TextField } from '../../widget/kit/field.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { Notice } from '../../widget/kit/notice.js';
import type { Provider } from '../admin-api.js';
import { useAdmin } from '../admin-context.js';
import { TimeField } from '../kit/time-field.js';
import { useUnsaved } from '../kit/unsaved.js';
import { useCall } from '../team/use-call.js';
import { providerFault } from './provider-words.js';
import { useStranding } from './use-stranding.js';
import { instantOfWall, instantText } from './wall-instant.js';

export interface AddAbsenceProps {
  open: boolean;
  provider: Provider;
  /** The zone that the dates and times are meant in. */
  zone: string;
  today: string;
  onClose: () => void;
  onAdded: () => void;
}

interface Draft {
  firstDay: string;
  lastDay: string;
  whole: boolean;
  start: number | null;
  end: number | null;
  note: string;
}
const fresh: Draft = { firstDay: '', lastDay: '', whole: true, start: 540, end: 1020, note: '' };
const formId = 'add-absence';
const submitForm = () => (document.getElementById(formId) as HTMLFormElement | null)?.requestSubmit();

/** A panel for time off: whole days, or from a time to a time. */
export function AddAbsence({ open, provider, zone, today, onClose, onAdded }: AddAbsenceProps): View {
  const { api, words, toasts } = useAdmin();
  const { t } = words;
  const [draft, setDraft] = useState(fresh);
  const [tried, setTried] = useState(false);
  const call = useCall((error) => providerFault(words, error));
  const stranding = useStranding();
  const { ask, dialog } = useUnsaved(open && JSON.stringify(draft) !== JSON.stringify(fresh));
  useEffect(() => {
    if (!open) return;
    setDraft(fresh);
    setTried(false);
    call.clear();
  }, [open]);
  const set = (some: Partial<Draft>) => setDraft((before) => ({ ...before, ...some }));
  const last = draft.lastDay || draft.firstDay;
  const fault = faultOf(draft, last);

  const submit = async (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (fault) {
      (event.currentTarget as HTMLFormElement).querySelector<HTMLInputElement>(`[name=${fault}]`)?.focus();
      return;
    }
    const from = instantOfWall(zone, draft.firstDay, draft.whole ? 0 : (draft.start ?? 0));
    const to = draft.whole ? instantOfWall(zone, addDays(last, 1), 0) : instantOfWall(zone, last, draft.end ?? 0);
    const body = { startsAt: instantText(from), endsAt: instantText(to), note: draft.note };
    const params = { id: String(provider.id) };
    const save = () =>
      call.run(async () => {
        await api.call('POST /providers/:id/absences', { params, body });
        toasts.show({ text: t('timeOff.absenceAdded', { name: provider.name }) });
        onAdded();
        onClose();
      });
    await stranding.guard(() => api.call('POST /providers/:id/impact', { params, body: { absence: body } }), save);
  };
  const day = (name: 'firstDay' | 'lastDay', min: string) =>
    h(TextField, {
      label: t(`providers.${name}`),
      note: name === 'lastDay' && t('providers.optional'),
      name,
      type: 'date',
      min,
      value: draft[name],
      onValue: (value) => set({ [name]: value }),
      error:
        tried && fault === name
          ? t(name === 'firstDay' ? 'providers.dayMissing' : 'providers.lastBeforeFirst')
          : undefined,
    });
  const time = (name: 'start' | 'end') =>
    html`<div class="absence-time"><span aria-hidden="true">${t(`timeOff.${name}`)}</span>${h(TimeField, {
      label: t(`timeOff.${name}`),
      name,
      value: draft[name],
      onValue: (minute) => set({ [name]: minute }),
      faultId: tried && fault === name ? 'absence-time-fault' : undefined,
    })}</div>`;
  const close = () => ask(onClose);
  return html`${h(Drawer, {
    open,
    title: t('timeOff.add.absence'),
    closeLabel: t('common.close'),
    onClose: close,
    children: html`<form id=${formId} class="provider-form" novalidate onSubmit=${submit}>
      ${call.fault && h(Notice, { meaning: 'danger', urgent: true, children: call.fault.text })}
      <div class="provider-pair">${day('firstDay', today)}${day('lastDay', draft.firstDay || today)}</div>
      ${h(Checkbox, { name: 'whole', label: t('timeOff.wholeDays'), checked: draft.whole, onChecked: (whole) => set({ whole }) })}
      ${
        !draft.whole &&
        html`<div class="provider-pair">${time('start')}${time('end')}</div>
          ${tried && (fault === 'start' || fault === 'end') && html`<p class="field-error" id="absence-time-fault">${t('timeOff.timeWrong')}</p>`}`
      }
      ${h(TextField, {
        label: t('timeOff.note'),
        note: t('providers.optional'),
        name: 'note',
        maxLength: 200,
        hint: t('timeOff.noteHint'),
        value: draft.note,
        onValue: (note) => set({ note }),
      })}
      <button type="submit" hidden></button>
    </form>`,
    actions: html`${h(Button, { onPress: close, children: t('team.cancel') })}
      ${h(Button, { kind: 'primary', busy: call.busy || stranding.busy, onPress: submitForm, children: t('timeOff.add.absence') })}`,
  })}${dialog}${stranding.drawer}`;
}

/** The first field that is wrong, or null. */
function faultOf(
  { firstDay, whole, start, end }: Draft,
  last: string,
): 'firstDay' | 'lastDay' | 'start' | 'end' | null {
  if (!isDay(firstDay)) return 'firstDay';
  if (!isDay(last) || last < firstDay) return 'lastDay';
  if (whole) return null;
  if (start === null) return 'start';
  return end === null || (last === firstDay && end <= start) ? 'end' : null;
}
