import { Download } from 'lucide';
import { h } from 'preact';
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { Button } from '../../../widget/kit/button.js';
import type { View } from '../../../widget/kit/html.js';
import { html } from '../../../widget/kit/html.js';
import { Notice } from '../../../widget/kit/notice.js';
import { useAdmin } from '../../admin-context.js';
import { CountList } from './count-list.js';
import type { StepProps } from './import-page.js';
import type { Filter } from './import-types.js';
import { Progress } from './progress.js';
import { RowTabs } from './row-tabs.js';
import { UndoDialog, undoDay } from './undo-dialog.js';

/** The last step: what came of it, the rows that were refused as a file, and the way back for seven days. */
export function ResultStep({ found, busy, ask }: StepProps): View {
  const { words } = useAdmin();
  const { t, language } = words;
  const { query } = useLocation();
  const [asking, setAsking] = useState(false);
  const { status, undone, undoUntil } = found;
  const counts = found.counts ?? { new: 0, update: 0, skip: 0, error: 0 };
  if (status === 'undoing') return h(Progress, { found, label: t('import.undoing') });
  const isUndone = status === 'undone' && undone !== null;
  const filters: Filter[] = isUndone ? ['kept'] : ['error', 'new', 'update', 'skip'];
  const asked = filters.find((one) => one === query['outcome']);
  const first = isUndone ? 'kept' : counts.error > 0 ? 'error' : counts.new > 0 ? 'new' : 'update';
  const canList = found.columns.length > 0 && (!isUndone || undone.kept > 0);
  return html`
    ${status === 'cancelled' && h(Notice, { meaning: 'warning', children: html`<p>${t('import.stopped')}</p>` })}
    ${isUndone && h(Notice, { meaning: 'good', children: html`<p>${t('import.isUndone')}</p>` })}
    ${
      isUndone
        ? h(CountList, {
            counts: [
              ['removed', undone.removed, t('import.did.removed')],
              ['restored', undone.restored, t('import.did.restored')],
              ['kept', undone.kept, t('import.did.kept')],
            ],
          })
        : h(CountList, {
            counts: [
              ['new', counts.new, t('import.did.new')],
              ['update', counts.update, t('import.did.update')],
              ['skip', counts.skip, t('import.did.skip')],
              ['error', counts.error, t('import.did.error')],
            ],
          })
    }
    <div class="import-buttons">
      ${!isUndone && counts.new > 0 && h(Button, { kind: 'primary', href: `/admin/customers?import=${found.id}`, children: t('import.showCustomers') })}
      ${
        counts.error > 0 &&
        found.columns.length > 0 &&
        h(Button, {
          icon: Download,
          href: `/api/v1/admin/customers/imports/${found.id}/refused?language=${language.split('-')[0]}`,
          children: t('import.refused', { count: counts.error }),
        })
      }
      ${undoUntil && h(Button, { busy, onPress: () => setAsking(true), children: t('import.undo') })}
      ${h(Button, { kind: 'quiet', href: '/admin/customers/import', children: t('import.another') })}
    </div>
    ${undoUntil && html`<p class="import-faint">${t('import.undoUntil', { day: undoDay(language, undoUntil) })}</p>`}
    ${canList && h(RowTabs, { found, filter: asked ?? first, filters })}
    ${h(UndoDialog, {
      open: asking,
      onClose: () => setAsking(false),
      onUndo: () => {
        setAsking(false);
        void ask('undo');
      },
    })}
  `;
}
