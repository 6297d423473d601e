import { h } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../../widget/kit/button.js';
import { visitorZone } from '../../widget/kit/dates.js';
import { Drawer } from '../../widget/kit/dialog.js';
import { TextArea, TextField } from '../../widget/kit/field.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { Notice } from '../../widget/kit/notice.js';
import { useAdmin } from '../admin-context.js';
import { timeZoneOptions } from '../customers/record/choices.js';
import { ComboField } from '../kit/combo-field.js';
import type { FormDrawer } from '../kit/form-drawer.js';
import { useFormDrawer } from '../kit/form-drawer.js';
import { faultOf, useCall } from '../team/use-call.js';
import type { Location } from './catalog-types.js';

export interface LocationDrawerProps {
  open: 'new' | Location | null;
  onClose: () => void;
  onSaved: () => void;
}

/** Adds or edits a location in a panel over the list. */
export function LocationDrawer({ open, onClose, onSaved }: LocationDrawerProps): View {
  const { t } = useAdmin().words;
  const drawer = useFormDrawer(onClose);
  const location = open === 'new' ? null : open;
  return h(Drawer, {
    open: open !== null,
    title: location ? t('catalog.editOf', { name: location.name }) : t('catalog.addLocation'),
    closeLabel: t('common.close'),
    onClose: drawer.close,
    children: open !== null && h(Form, { key: location?.id ?? 'new', location, drawer, onClose, onSaved }),
  });
}

interface FormProps {
  location: Location | null;
  drawer: FormDrawer;
  onClose: () => void;
  onSaved: () => void;
}

function Form({ location, drawer, onClose, onSaved }: FormProps): View {
  const { api, words, toasts } = useAdmin();
  const { t } = words;
  const [first] = useState({
    name: location?.name ?? '',
    address: location?.address ?? '',
    phone: location?.phone ?? '',
    timeZone: location?.timeZone ?? visitorZone(),
  });
  const [draft, setDraft] = useState(first);
  const [tried, setTried] = useState(false);
  const set = (some: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...some }));
  const call = useCall((error) => (error.field === 'phone' ? t('catalog.wrong.phone') : undefined));
  const { element, dialog } = drawer.useForm(JSON.stringify(draft) !== JSON.stringify(first));
  const name = draft.name.trim();
  const submit = async (event: Event) => {
    event.preventDefault();
    setTried(true);
    const missing = name === '' ? 'name' : draft.timeZone === '' ? 'timeZone' : null;
    if (missing) return element.current?.querySelector<HTMLElement>(`[name=${missing}]`)?.focus();
    await call.run(async () => {
      const body = { ...draft, name, phone: draft.phone.trim() || null };
      if (location) await api.call('PATCH /locations/:id', { params: { id: String(location.id) }, body });
      else await api.call('POST /locations', { body });
      toasts.show({ text: t('catalog.saved', { name }) });
      onSaved();
      onClose();
    });
  };
  return html`<form ref=${element} class="catalog-form" novalidate onSubmit=${submit}>
    ${call.fault && call.fault.field !== 'phone' && h(Notice, { meaning: 'danger', urgent: true, children: call.fault.text })}
    ${h(TextField, {
      label: t('catalog.name'),
      name: 'name',
      value: draft.name,
      onValue: (value) => set({ name: value }),
      maxLength: 120,
      autocomplete: 'off',
      error: tried && name === '' ? t('catalog.missing.name') : undefined,
    })}
    ${h(TextArea, {
      label: t('catalog.address'),
      name: 'address',
      note: t('catalog.optional'),
      value: draft.address,
      onValue: (address) => set({ address }),
      maxLength: 400,
      hint: t('catalog.addressHint'),
    })}
    ${h(TextField, {
      label: t('catalog.phone'),
      name: 'phone',
      type: 'tel',
      note: t('catalog.optional'),
      value: draft.phone,
      onValue: (phone) => set({ phone }),
      maxLength: 40,
      autocomplete: 'off',
      error: faultOf(call, 'phone'),
    })}
    ${h(ComboField, {
      label: t('catalog.timeZone'),
      name: 'timeZone',
      value: draft.timeZone,
      options: timeZoneOptions(),
      noneLabel: t('catalog.noZone'),
      hint: t('catalog.timeZoneHint'),
      error: tried && draft.timeZone === '' ? t('catalog.missing.zone') : undefined,
      onValue: (timeZone) => set({ timeZone }),
    })}
    ${location && draft.timeZone !== location.timeZone && h(Notice, { meaning: 'warning', children: t('catalog.zoneChange') })}
    <div class="form-actions">
      ${h(Button, { onPress: drawer.close, children: t('catalog.cancel') })}
      ${h(Button, { kind: 'primary', type: 'submit', busy: call.busy, children: t('catalog.save') })}
    </div>
  </form>${dialog}`;
}
