import { h } from 'preact';
import { useState } from 'preact/hooks';
import { Badge } from '../../../widget/kit/badge.js';
import { Button } from '../../../widget/kit/button.js';
import { Dialog } from '../../../widget/kit/dialog.js';
import type { View } from '../../../widget/kit/html.js';
import { html } from '../../../widget/kit/html.js';
import { useAdmin } from '../../admin-context.js';
import type { FieldName, FormValues } from './form-values.js';
import { fieldNames, valuesOf } from './form-values.js';
import { useShownValue } from './shown-value.js';
import type { CustomerRecord } from './types.js';
import type { RecordForm } from './use-record-form.js';

/** Somebody else was faster: both versions, field by field, with a choice for each. */
export function StaleDialog({ form }: { form: RecordForm }): View {
  const { t } = useAdmin().words;
  const { current } = form;
  return current
    ? h(Comparison, { key: current.version, form, current })
    : h(Dialog, { open: false, title: '', closeLabel: t('common.close'), onClose: () => {} });
}

type Side = 'yours' | 'theirs';

function Comparison({ form, current }: { form: RecordForm; current: CustomerRecord }): View {
  const { t } = useAdmin().words;
  const shown = useShownValue();
  const theirs = valuesOf(current, form.settings);
  const { values: yours, base } = form;
  const different = fieldNames.filter((name) => yours[name] !== theirs[name]);
  // What one of the two left alone is as the other made it.
  const first = (name: FieldName): Side => (yours[name] === base[name] ? 'theirs' : 'yours');
  const [sides, setSides] = useState<Readonly<Record<string, Side>>>(() =>
    Object.fromEntries(different.map((name) => [name, first(name)])),
  );
  const save = () => {
    const kept = different.filter((name) => sides[name] === 'yours').map((name) => [name, yours[name]]);
    void form.resolve(current, { ...theirs, ...Object.fromEntries(kept) } as FormValues);
  };
  const option = (name: FieldName, side: Side, value: string | boolean) => html`<label class="stale-option">
    <input
      type="radio"
      name=${`stale-${name}`}
      checked=${sides[name] === side}
      onChange=${() => setSides({ ...sides, [name]: side })}
    />
    <span>
      <span class="record-muted">${t(side === 'yours' ? 'record.stale.yours' : 'record.stale.theirs')}</span>
      <bdi>${shown(name, value) || html`<em class="record-muted">${t('record.stale.empty')}</em>`}</bdi>
    </span>
  </label>`;
  const both = (name: FieldName) => yours[name] !== base[name] && theirs[name] !== base[name];
  return h(Dialog, {
    open: true,
    title: t('record.stale.title'),
    closeLabel: t('common.close'),
    onClose: form.dismissCurrent,
    actions: [
      h(Button, { onPress: form.dismissCurrent, children: t('record.stale.back') }),
      h(Button, { kind: 'primary', busy: form.busy, onPress: save, children: t('record.stale.save') }),
    ],
    children: html`<div class="stale">
      <p>${t('record.stale.text')}</p>
      ${different.map(
        (name) => html`<fieldset key=${name}>
          <legend>
            ${t(`record.field.${name}`)}
            ${both(name) && h(Badge, { meaning: 'warning', children: t('record.stale.both') })}
          </legend>
          ${option(name, 'yours', yours[name])} ${option(name, 'theirs', theirs[name])}
        </fieldset>`,
      )}
    </div>`,
  });
}
