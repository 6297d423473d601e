import { h } from 'preact';
import { Button } from '../../widget/kit/button.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { useAdmin } from '../admin-context.js';

/** Stands at the lower edge while there is something to save. */
export function SaveBar({ busy, onUndo }: { busy: boolean; onUndo: () => void }): View {
  const { t } = useAdmin().words;
  return html`<div class="settings-save" role="group" aria-label=${t('settings.unsaved')}>
    <p role="status">${t('settings.unsaved')}</p>
    ${h(Button, { size: 'small', onPress: onUndo, children: t('settings.undo') })}
    ${h(Button, { size: 'small', kind: 'primary', type: 'submit', busy, children: t('settings.save') })}
  </div>`;
}
