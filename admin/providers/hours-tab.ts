import { h } from 'preact';
import { useState } from 'preact/hooks';
import type { View } from '../../widget/kit/html.js';
import { Skeleton } from '../../widget/kit/skeleton.js';
import { useAdmin } from '../admin-context.js';
import { useLoad } from '../kit/load.js';
import { Problem } from '../kit/problem.js';
import type { Period } from './hours-draft.js';
import { HoursEditor } from './hours-editor.js';
import type { ProviderTabProps } from './provider-tab.js';

/** When a provider works, week by week. */
export function HoursTab(props: ProviderTabProps): View {
  const { api, words } = useAdmin();
  const id = String(props.provider.id);
  const loaded = useLoad(`hours ${id}`, (signal) => api.call('GET /providers/:id/hours', { params: { id }, signal }));
  // What was loaded first stays until it is saved: a refresh must not take away what is being changed.
  const [first, setFirst] = useState<readonly Period[] | undefined>();
  if (!first && loaded.data) setFirst(loaded.data.periods);
  if (first) return h(HoursEditor, { ...props, periods: first });
  return loaded.error !== undefined && !loaded.waiting
    ? h(Problem, { error: loaded.error, onRetry: loaded.reload })
    : h(Skeleton, { rows: 7, height: 64, label: words.t('common.loading') });
}
