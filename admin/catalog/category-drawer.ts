import { h } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../../widget/kit/button.js';
import { Drawer } from '../../widget/kit/dialog.js';
import { TextField } from '../../widget/kit/field.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { Notice } from '../../widget/kit/notice.js';
import { useAdmin } from '../admin-context.js';
import type { FormDrawer } from '../kit/form-drawer.js';
import { useFormDrawer } from '../kit/form-drawer.js';
import { useCall } from '../team/use-call.js';
import type { Category } from './catalog-types.js';

export interface CategoryDrawerProps {
  open: 'new' | Category | null;
  onClose: () => void;
  onSaved: () => void;
}

/** A panel for the name of a category. */
export function CategoryDrawer({ open, onClose, onSaved }: CategoryDrawerProps): View {
  const { t } = useAdmin().words;
  const drawer = useFormDrawer(onClose);
  const category = open === 'new' ? null : open;
  return h(Drawer, {
    open: open !== null,
    title: category ? t('catalog.editOf', { name: category.name }) : t('catalog.addCategory'),
    closeLabel: t('common.close'),
    onClose: drawer.close,
    children: open !== null && h(Form, { key: category?.id ?? 'new', category, drawer, onClose, onSaved }),
  });
}

interface FormProps {
  category: Category | null;
  drawer: FormDrawer;
  onClose: () => void;
  onSaved: () => void;
}

function Form({ category, drawer, onClose, onSaved }: FormProps): View {
  const { api, words, toasts } = useAdmin();
  const { t } = words;
  const [name, setName] = useState(category?.name ?? '');
  const [tried, setTried] = useState(false);
  const call = useCall();
  const { element, dialog } = drawer.useForm(name !== (category?.name ?? ''));
  const missing = tried && name.trim() === '';
  const submit = async (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (name.trim() === '') return element.current?.querySelector('input')?.focus();
    await call.run(async () => {
      if (category)
        await api.call('PATCH /categories/:id', { params: { id: String(category.id) }, body: { name: name.trim() } });
      else await api.call('POST /categories', { body: { name: name.trim() } });
      toasts.show({ text: t('catalog.saved', { name: name.trim() }) });
      onSaved();
      onClose();
    });
  };
  return html`<form ref=${element} class="catalog-form" novalidate onSubmit=${submit}>
    ${call.fault && h(Notice, { meaning: 'danger', urgent: true, children: call.fault.text })}
    ${h(TextField, {
      label: t('catalog.name'),
      name: 'name',
      value: name,
      onValue: setName,
      maxLength: 120,
      autocomplete: 'off',
      hint: t('catalog.categoryHint'),
      error: missing ? t('catalog.missing.name') : undefined,
    })}
    <div class="form-actions">
      ${h(Button, { onPress: drawer.close, children: t('catalog.cancel') })}
      ${h(Button, { kind: 'primary', type: 'submit', busy: call.busy, children: t('catalog.save') })}
    </div>
  </form>${dialog}`;
}
