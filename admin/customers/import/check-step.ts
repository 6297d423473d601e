import { h } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { Button } from '../../../widget/kit/button.js';
import type { View } from '../../../widget/kit/html.js';
import { html } from '../../../widget/kit/html.js';
import { Notice } from '../../../widget/kit/notice.js';
import { useAdmin } from '../../admin-context.js';
import { reasonWords } from './file-problem.js';
import type { StepProps } from './import-page.js';
import type { Filter } from './import-types.js';
import { Progress } from './progress.js';
import { RowTabs } from './row-tabs.js';

/** The fourth step: what would become of each row, errors first, which can be corrected in place. */
export function CheckStep(props: StepProps): View {
  const { words } = useAdmin();
  const { t } = words;
  const { found, busy, ask, goTo } = props;
  const { status, failure, counts } = found;
  const { query } = useLocation();
  // Corrections move rows from one tab to another: the counts are those of the server after the last.
  const [stale, setStale] = useState(0);
  useEffect(() => setStale(0), [found]);

  if (status === 'checking') return h(Progress, { found, label: t('import.checking') });
  if (status === 'failed') {
    const reason = reasonWords(words, failure?.reason, failure?.line) ?? t('error.other');
    return html`
      ${h(Notice, { meaning: 'danger', urgent: true, title: t('import.unreadable'), children: html`<p>${reason}</p>` })}
      <div class="import-foot">${h(Button, { kind: 'primary', onPress: () => goTo('reading'), children: t('import.back') })}</div>
    `;
  }
  if (status !== 'checked' || !counts) {
    return html`
      <p class="import-lead">${t('import.notChecked')}</p>
      <div class="import-foot">
        ${h(Button, { onPress: () => goTo('columns'), children: t('import.back') })}
        ${h(Button, { kind: 'primary', busy, onPress: () => void ask('check'), children: t('import.check') })}
      </div>
    `;
  }
  const asked = query['outcome'] as Filter | undefined;
  const first: Filter = counts.error > 0 ? 'error' : counts.new > 0 ? 'new' : counts.update > 0 ? 'update' : 'skip';
  const nothing = counts.new + counts.update === 0 && stale === 0;
  return html`
    <p class="import-lead">${t('import.checkedText')}</p>
    ${h(RowTabs, { found, filter: asked ?? first, filters: ['error', 'new', 'update', 'skip'], editable: true, onCorrected: () => setStale((n) => n + 1) })}
    <div class="import-foot">
      ${h(Button, { onPress: () => goTo('columns'), children: t('import.back') })}
      ${h(Button, { kind: 'primary', busy, disabled: nothing, onPress: () => goTo('confirm'), children: t('import.next') })}
    </div>
  `;
}
