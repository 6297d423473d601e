import { Plus } from 'lucide';
import { h } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../widget/kit/button.js';
import { formatDay } from '../../widget/kit/dates.js';
import { isDay } from '../../widget/kit/days.js';
import { Drawer } from '../../widget/kit/dialog.js';
import { TextField } from '../../widget/kit/field.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { Notice } from '../../widget/kit/notice.js';
import type { Place, Provider } from '../admin-api.js';
import { useAdmin } from '../admin-context.js';
import { useUnsaved } from '../kit/unsaved.js';
import { faultOf, useCall } from '../team/use-call.js';
import { DayWindows } from './day-windows.js';
import type { DayDraft } from './hours-draft.js';
import { hoursOf, withWindow } from './hours-draft.js';
import { faultsOfDay } from './hours-faults.js';
import { providerFault } from './provider-words.js';
import { useStranding } from './use-stranding.js';

export interface AddSpecialDayProps {
  open: boolean;
  provider: Provider;
  locations: readonly Place[];
  today: string;
  onClose: () => void;
  onAdded: () => void;
}

const formId = 'add-special-day';
const submitForm = () => (document.getElementById(formId) as HTMLFormElement | null)?.requestSubmit();

/** A panel for one date with hours of its own, or without any. */
export function AddSpecialDay({ open, provider, locations, today, onClose, onAdded }: AddSpecialDayProps): View {
  const { api, words, toasts } = useAdmin();
  const { t, language } = words;
  const places = locations.filter(({ id }) => provider.locations.includes(id));
  const usual = { start: 540, end: 1020, locationId: places[0]?.id ?? 0 };
  const [day, setDay] = useState('');
  const [windows, setWindows] = useState<DayDraft>([]);
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const call = useCall((error) => providerFault(words, error));
  const stranding = useStranding();
  const { ask, dialog } = useUnsaved(open && (day !== '' || note !== ''));
  useEffect(() => {
    if (!open) return;
    setDay('');
    setWindows(places.length > 0 ? withWindow([], usual) : []);
    setNote('');
    setTried(false);
    call.clear();
  }, [open]);
  const faults = faultsOfDay(windows);

  const submit = async (event: Event) => {
    event.preventDefault();
    setTried(true);
    const form = event.currentTarget as HTMLFormElement;
    if (!isDay(day)) return form.querySelector<HTMLInputElement>('[name=day]')?.focus();
    if (faults.size > 0) return form.querySelector<HTMLInputElement>('[aria-invalid=true]')?.focus();
    const body = { day, windows: windows.map(hoursOf), note };
    const params = { id: String(provider.id) };
    const save = () =>
      call.run(async () => {
        await api.call('POST /providers/:id/special-days', { params, body });
        toasts.show({ text: t('timeOff.specialAdded', { day: formatDay(language, day, 'full') }) });
        onAdded();
        onClose();
      });
    await stranding.guard(() => api.call('POST /providers/:id/impact', { params, body: { specialDay: body } }), save);
  };
  const close = () => ask(onClose);
  return html`${h(Drawer, {
    open,
    title: t('timeOff.add.specialDay'),
    closeLabel: t('common.close'),
    onClose: close,
    children: html`<form id=${formId} class="provider-form" novalidate onSubmit=${submit}>
      ${call.fault && call.fault.field !== 'day' && h(Notice, { meaning: 'danger', urgent: true, children: call.fault.text })}
      ${h(TextField, {
        label: t('timeOff.day'),
        name: 'day',
        type: 'date',
        min: today,
        value: day,
        onValue: setDay,
        error: tried && !isDay(day) ? t('providers.dayMissing') : faultOf(call, 'day'),
      })}
      <fieldset class="provider-places">
        <legend>${t('timeOff.hoursOfDay')}</legend>
        ${
          windows.length > 0
            ? h(DayWindows, {
                dayName: t('timeOff.day'),
                day: windows,
                faults,
                places,
                readOnly: false,
                onDay: setWindows,
              })
            : html`<p class="field-hint">${t('timeOff.offThatDay')}</p>`
        }
        ${
          places.length > 0 &&
          html`<p class="special-add">${h(Button, {
            kind: 'quiet',
            size: 'small',
            icon: Plus,
            onPress: () => setWindows(withWindow(windows, usual)),
            children: t('timeOff.addHours'),
          })}</p>`
        }
      </fieldset>
      ${h(TextField, {
        label: t('timeOff.note'),
        note: t('providers.optional'),
        name: 'note',
        maxLength: 200,
        hint: t('timeOff.noteHint'),
        value: note,
        onValue: setNote,
      })}
      <button type="submit" hidden></button>
    </form>`,
    actions: html`${h(Button, { onPress: close, children: t('team.cancel') })}
      ${h(Button, { kind: 'primary', busy: call.busy || stranding.busy, onPress: submitForm, children: t('timeOff.add.specialDay') })}`,
  })}${dialog}${stranding.drawer}`;
}
