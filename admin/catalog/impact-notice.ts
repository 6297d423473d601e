import { h } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { Notice } from '../../widget/kit/notice.js';
import { useAdmin } from '../admin-context.js';
import type { Impact, Provider } from './catalog-types.js';
import { ImpactList } from './impact-list.js';
import { bearingOf, changesOf, leavingOf } from './service-draft.js';
import type { ServiceForm } from './use-service-form.js';

/** What the changes in the form mean for what is booked already; nothing where nothing is booked or they mean nothing to it. */
export function ImpactNotice({ form, providers }: { form: ServiceForm; providers: readonly Provider[] }): View {
  const { words } = useAdmin();
  const { t, language } = words;
  const { service, performers, draft } = form;
  const bearing = bearingOf(service ? changesOf(service, draft) : {});
  const leaving = service ? leavingOf(performers, draft) : [];
  const all = useImpact(service && (bearing.frozen || bearing.live) ? service.id : null, '');
  const ofLeaving = useImpact(service && leaving.length > 0 ? service.id : null, leaving.join());
  const names = providers.filter(({ id }) => leaving.includes(id)).map(({ name }) => name);
  const booked = (all?.coming ?? 0) > 0;
  const lines = [
    booked && bearing.frozen && t('catalog.impactFrozen'),
    booked && bearing.live && t('catalog.impactLive'),
    (ofLeaving?.coming ?? 0) > 0 &&
      t('catalog.impactLeaving', { count: ofLeaving?.coming ?? 0, names: new Intl.ListFormat(language).format(names) }),
  ].filter((line) => line !== false);
  const shown = booked ? all : ofLeaving;
  return html`<div class="form-impact" role="status">
    ${
      lines.length > 0 &&
      shown &&
      h(Notice, {
        title: t('catalog.impactTitle', { count: shown.coming }),
        children: html`<div class="impact">
          ${lines.map((line) => html`<p>${line}</p>`)}
          <details>
            <summary>${t('catalog.impactShow')}</summary>
            ${h(ImpactList, { impact: shown })}
          </details>
        </div>`,
      })
    }
  </div>`;
}

/** null while it isn't asked, or not known. */
function useImpact(id: number | null, providers: string): Impact | null {
  const { api } = useAdmin();
  const [impact, setImpact] = useState<Impact | null>(null);
  useEffect(() => {
    setImpact(null);
    if (id === null) return;
    const abort = new AbortController();
    api
      .call('GET /services/:id/impact', {
        params: { id: String(id) },
        query: providers ? { providers } : {},
        signal: abort.signal,
      })
      // Without it the form can be saved all the same: the server changes nothing that is booked.
      .then(setImpact, () => {});
    return () => abort.abort();
  }, [id, providers]);
  return impact;
}
