import { h } from 'preact';
import { Button } from '../../widget/kit/button.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { style } from '../../widget/kit/styles.js';
import { useAdmin } from '../admin-context.js';
import css from './save-bar.css';

style(css);

export interface SaveBarProps {
  busy: boolean;
  onUndo: () => void;
  /** What the button says, where “Save changes” is not enough. */
  saveLabel?: string;
}

/** Stands at the lower edge of a form while there is something to save. */
export function SaveBar({ busy, onUndo, saveLabel }: SaveBarProps): View {
  const { t } = useAdmin().words;
  return html`<div class="save-bar" role="group" aria-label=${t('common.unsaved')}>
    <p role="status">${t('common.unsaved')}</p>
    ${h(Button, { size: 'small', onPress: onUndo, children: t('common.undoChanges') })}
    ${h(Button, { size: 'small', kind: 'primary', type: 'submit', busy, children: saveLabel ?? t('common.save') })}
  </div>`;
}
