import { h } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../../widget/kit/button.js';
import { Drawer } from '../../widget/kit/dialog.js';
import { Checkbox, TextField } from '../../widget/kit/field.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { Notice } from '../../widget/kit/notice.js';
import { useAdmin } from '../admin-context.js';
import { DurationField } from '../kit/duration-field.js';
import type { FormDrawer } from '../kit/form-drawer.js';
import { useFormDrawer } from '../kit/form-drawer.js';
import { useCall } from '../team/use-call.js';
import type { Extra, Service } from './catalog-types.js';
import type { ExtraDraft } from './extra-draft.js';
import { extraDraftOf, extraOf } from './extra-draft.js';
import { shortUnits } from './service-draft.js';

export interface ExtraDrawerProps {
  open: 'new' | Extra | null;
  services: readonly Service[];
  onClose: () => void;
  onSaved: () => void;
}

/** Adds or edits an extra in a panel over the list. */
export function ExtraDrawer({ open, services, onClose, onSaved }: ExtraDrawerProps): View {
  const { t } = useAdmin().words;
  const drawer = useFormDrawer(onClose);
  const extra = open === 'new' ? null : open;
  return h(Drawer, {
    open: open !== null,
    title: extra ? t('catalog.editOf', { name: extra.name }) : t('catalog.addExtra'),
    closeLabel: t('common.close'),
    onClose: drawer.close,
    children: open !== null && h(Form, { key: extra?.id ?? 'new', extra, services, drawer, onClose, onSaved }),
  });
}

interface FormProps {
  extra: Extra | null;
  services: readonly Service[];
  drawer: FormDrawer;
  onClose: () => void;
  onSaved: () => void;
}

function Form({ extra, services, drawer, onClose, onSaved }: FormProps): View {
  const { api, words, site, toasts } = useAdmin();
  const { t } = words;
  const currency = extra?.currency ?? site.currency;
  const [first] = useState(() => extraDraftOf(words.language, extra));
  const [draft, setDraft] = useState<ExtraDraft>(first);
  const [wrong, setWrong] = useState<readonly string[]>([]);
  const call = useCall();
  const { element, dialog } = drawer.useForm(JSON.stringify(draft) !== JSON.stringify(first));
  const set = (some: Partial<ExtraDraft>) => {
    setDraft((before) => ({ ...before, ...some }));
    setWrong((before) => before.filter((name) => !(name in some)));
  };
  const submit = async (event: Event) => {
    event.preventDefault();
    const read = extraOf(draft, currency);
    if ('faults' in read) {
      setWrong(read.faults);
      element.current?.querySelector<HTMLElement>(`[name=${read.faults[0]}]`)?.focus();
      return;
    }
    const { body } = read;
    await call.run(async () => {
      if (extra) await api.call('PATCH /extras/:id', { params: { id: String(extra.id) }, body });
      else await api.call('POST /extras', { body });
      toasts.show({ text: t('catalog.saved', { name: body.name }) });
      onSaved();
      onClose();
    });
  };
  const error = (name: string, text: string) => (wrong.includes(name) ? text : undefined);
  const toggle = (id: number) => (checked: boolean) =>
    set({ services: checked ? [...draft.services, id] : draft.services.filter((one) => one !== id) });
  return html`<form ref=${element} class="catalog-form" novalidate onSubmit=${submit}>
    ${call.fault && h(Notice, { meaning: 'danger', urgent: true, children: call.fault.text })}
    <div class="form-group">
      ${h(TextField, {
        label: t('catalog.name'),
        name: 'name',
        value: draft.name,
        onValue: (name) => set({ name }),
        maxLength: 120,
        autocomplete: 'off',
        error: error('name', t('catalog.missing.name')),
      })}
      <div class="form-two">
        ${h(TextField, {
          label: t('catalog.price', { currency }),
          name: 'price',
          value: draft.price,
          onValue: (price) => set({ price }),
          maxLength: 20,
          autocomplete: 'off',
          hint: t('catalog.extraPriceHint'),
          error: error('price', t('catalog.wrong.price')),
        })}
        ${h(DurationField, {
          label: t('catalog.extraTime'),
          name: 'minutes',
          value: draft.minutes,
          units: shortUnits,
          onValue: (minutes) => set({ minutes }),
          hint: t('catalog.extraTimeHint'),
          error: error('minutes', t('catalog.wrong.extraTime')),
        })}
        ${h(TextField, {
          label: t('catalog.most'),
          name: 'most',
          type: 'number',
          min: 1,
          max: 100,
          value: draft.most,
          onValue: (most) => set({ most }),
          error: error('most', t('catalog.wrong.most')),
        })}
      </div>
    </div>
    <fieldset class="form-group">
      <legend>${t('catalog.extraWith')}</legend>
      <div class="extra-services">
        ${services.map(({ id, name }) =>
          h(Checkbox, {
            key: id,
            label: name,
            name: `services.${id}`,
            checked: draft.services.includes(id),
            onChecked: toggle(id),
          } as never),
        )}
      </div>
    </fieldset>
    ${extra && h(Notice, { children: t('catalog.extraKept') })}
    <div class="form-actions">
      ${h(Button, { onPress: drawer.close, children: t('catalog.cancel') })}
      ${h(Button, { kind: 'primary', type: 'submit', busy: call.busy, children: t('catalog.save') })}
    </div>
  </form>${dialog}`;
}
