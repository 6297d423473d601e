import { h } from 'preact';
import { Button } from '../../../widget/kit/button.js';
import type { View } from '../../../widget/kit/html.js';
import { html } from '../../../widget/kit/html.js';
import { Notice } from '../../../widget/kit/notice.js';
import { useAdmin } from '../../admin-context.js';
import { CountList } from './count-list.js';
import type { StepProps } from './import-page.js';
import { Progress } from './progress.js';

/** The fifth step: what will happen, in numbers; then how far it is. */
export function ConfirmStep({ found, busy, ask, discard, goTo }: StepProps): View {
  const { t } = useAdmin().words;
  const counts = found.counts ?? { new: 0, update: 0, skip: 0, error: 0 };
  const written = counts.new + counts.update;
  if (found.status === 'running')
    return html`
      ${h(Progress, { found, label: t('import.running') })}
      <p class="import-faint">${t('import.leave')}</p>
      <div class="import-foot">${h(Button, { disabled: busy, onPress: () => void discard(), children: t('import.stop') })}</div>
    `;
  return html`
    ${h(CountList, {
      counts: [
        ['new', counts.new, t('import.will.new')],
        ['update', counts.update, t('import.will.update')],
        ['skip', counts.skip, t('import.will.skip')],
        ['error', counts.error, t('import.will.error')],
      ],
    })}
    ${h(Notice, { meaning: 'info', children: html`<p>${t('import.noMail')}</p>` })}
    <div class="import-foot">
      ${h(Button, { onPress: () => goTo('check'), children: t('import.back') })}
      ${h(Button, { kind: 'primary', busy, disabled: written === 0, onPress: () => void ask('run'), children: t('import.run', { count: written }) })}
    </div>
  `;
}
