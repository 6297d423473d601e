import { CalendarX2 } from 'lucide';
import { h } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { ApiError } from '../../widget/kit/api.js';
import { Drawer } from '../../widget/kit/dialog.js';
import { Empty } from '../../widget/kit/empty.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { Skeleton } from '../../widget/kit/skeleton.js';
import { style } from '../../widget/kit/styles.js';
import type { AppointmentBooking } from '../admin-api.js';
import { useAdmin } from '../admin-context.js';
import { useLoad } from '../kit/load.js';
import { Problem } from '../kit/problem.js';
import { AppointmentDetailView } from './appointment-detail.js';
import css from './appointment-drawer.css';
import { DecisionDialog } from './decision-dialog.js';
import type { Decision } from './decisions.js';
import { useActs } from './use-acts.js';

style(css);

export interface AppointmentDrawerProps {
  /** From the address; undefined when nothing is open. */
  id: string | undefined;
  onClose: () => void;
  /** Something was changed: what is shown beneath is no longer right. */
  onChanged: () => void;
}

/** One appointment in detail, from wherever it is opened, with all that can be done about it. */
export function AppointmentDrawer({ id, onClose, onChanged }: AppointmentDrawerProps): View {
  const { api, words } = useAdmin();
  const { t } = words;
  const open = /^[1-9]\d{0,14}$/.test(id ?? '') ? id : undefined;
  const found = useLoad(`appointment ${open}`, async (signal) =>
    open === undefined ? null : api.call('GET /appointments/:id', { params: { id: open }, signal }),
  );
  const changed = () => {
    found.reload();
    onChanged();
  };
  const acts = useActs(changed);
  const [asking, setAsking] = useState<{ decision: Decision; booking: AppointmentBooking } | null>(null);
  useEffect(() => setAsking(null), [open]);
  const shown = found.data && String(found.data.id) === open ? found.data : undefined;
  const isGone = found.error instanceof ApiError && found.error.code === 'not_found';
  return html`
    ${h(Drawer, {
      open: open !== undefined,
      title: shown?.service.name ?? t('detail.title'),
      closeLabel: t('common.close'),
      onClose,
      children: shown
        ? h(AppointmentDetailView, {
            appointment: shown,
            acts,
            onAsk: (decision, booking) => setAsking({ decision, booking }),
            onChanged: changed,
          })
        : isGone
          ? h(Empty, { icon: CalendarX2, title: t('detail.gone'), children: t('detail.goneText') })
          : found.error !== undefined
            ? h(Problem, { error: found.error, onRetry: found.reload })
            : h(Skeleton, { rows: 6, height: 40, label: t('common.loading') }),
    })}
    ${shown && h(DecisionDialog, { asking, appointment: shown, acts, onClose: () => setAsking(null), onStale: changed })}
  `;
}
