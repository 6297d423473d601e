import { Archive, Plus, UserRound } from 'lucide';
import { h } from 'preact';
import { useLocation } from 'preact-iso/router';
import { Button } from '../../widget/kit/button.js';
import { Empty } from '../../widget/kit/empty.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { Skeleton } from '../../widget/kit/skeleton.js';
import type { Column } from '../../widget/kit/table.js';
import { Table } from '../../widget/kit/table.js';
import type { Provider } from '../admin-api.js';
import { useAdmin } from '../admin-context.js';
import { reordered } from '../catalog/catalog-order.js';
import { moveButtons } from '../catalog/move-tools.js';
import { Portrait } from '../customers/picture/portrait.js';
import { addressWith } from '../kit/address.js';
import { Choice } from '../kit/choice.js';
import { useLoad } from '../kit/load.js';
import { Page } from '../kit/page.js';
import { Problem } from '../kit/problem.js';
import { ReasonButton } from '../kit/reason-button.js';
import { useCall } from '../team/use-call.js';
import { AddProvider } from './add-provider.js';
import { ProvidersTabs } from './providers-tabs.js';

type Shown = Provider['status'];

/** Who performs services: those at work, and those put away. */
export function ProvidersPage(): View {
  const { api, words, toasts, may } = useAdmin();
  const call = useCall();
  const { t, language } = words;
  const { path, query, route } = useLocation();
  const list = useLoad('providers', async (signal) => {
    const [providers, locations] = await Promise.all([
      api.call('GET /providers', { signal }),
      api.call('GET /locations', { signal }),
    ]);
    return { providers: providers.items, locations: locations.items };
  });
  const { data } = list;
  const shown: Shown = query['status'] === 'archived' ? 'archived' : 'active';
  const rows = data?.providers.filter(({ status }) => status === shown);
  const archived = data?.providers.some(({ status }) => status === 'archived');
  const reason = may('providers.edit') ? null : t('providers.mayNot');
  const adding = query['open'] === 'new' && reason === null;
  const open = (id: string | null) => route(addressWith(path, query, { open: id }));
  const places = new Intl.ListFormat(language, { type: 'unit' });
  const at = ({ locations }: Provider) =>
    places.format(data?.locations.filter(({ id }) => locations.includes(id)).map(({ name }) => name) ?? []);

  const moving = reason === null && (rows?.length ?? 0) > 1;
  const movable = (row: Provider) => {
    const at = rows?.indexOf(row) ?? 0;
    return {
      name: row.name,
      isFirst: at === 0,
      isLast: at === (rows?.length ?? 0) - 1,
      onMove: (by: -1 | 1) => void move(row, at + by),
    };
  };
  const move = (row: Provider, to: number) =>
    call.run(async () => {
      const all = (data?.providers ?? []).map(({ id }) => id);
      const ids = reordered(
        all,
        (rows ?? []).map(({ id }) => id),
        row.id,
        to,
      );
      await api.call('PUT /providers/order', { body: { ids } });
      list.reload();
      toasts.show({
        text: t('providers.moved', { name: row.name }),
        undo: () =>
          void call.run(async () => {
            await api.call('PUT /providers/order', { body: { ids: all } });
            list.reload();
          }),
      });
    });

  const columns: Column<Provider>[] = [
    {
      key: 'name',
      title: t('providers.name'),
      cell: (row) => html`<span class="provider-who">
        ${h(Portrait, { picture: row.picture })}
        <span><a class="provider-name" href=${`/admin/providers/${row.id}`}>${row.name}</a>
          <span class="provider-under">${[at(row), performs(row)].filter(Boolean).join(' · ')}</span></span>
      </span>`,
    },
    { key: 'services', title: t('providers.services'), minor: true, cell: performs },
    { key: 'locations', title: t('providers.locations'), minor: true, cell: at },
    ...(moving
      ? [
          {
            key: 'order',
            title: t('providers.order'),
            cell: (row: Provider) => html`<span class="provider-move">${moveButtons(words, movable(row))}</span>`,
          },
        ]
      : []),
  ];
  function performs({ services }: Provider): string {
    return t('providers.serviceCount', { count: services.length });
  }

  return h(Page, {
    title: t('nav.providers'),
    aside: rows && t('providers.count', { count: rows.length }),
    actions: h(ReasonButton, { icon: Plus, reason, onPress: () => open('new'), children: t('providers.add') }),
    children: html`
      ${h(ProvidersTabs, { current: 'providers' })}
      ${
        archived &&
        h(Choice<Shown>, {
          label: t('providers.status'),
          value: shown,
          options: [
            { value: 'active', label: t('providers.status.active') },
            { value: 'archived', label: t('providers.status.archived') },
          ],
          onValue: (status) => route(addressWith(path, query, { status: status === 'active' ? null : status })),
        })
      }
      ${call.fault && html`<p class="field-error" role="alert">${call.fault.text}</p>`}
      ${list.error !== undefined && h(Problem, { error: list.error, onRetry: list.reload, beside: data !== undefined })}
      ${
        rows
          ? h(Table<Provider>, {
              caption: t('nav.providers'),
              columns,
              rows,
              rowKey: ({ id }) => id,
              onRow: ({ id }) => route(`/admin/providers/${id}`),
              empty: none(),
            })
          : list.error === undefined && h(Skeleton, { rows: 5, height: 48, label: t('common.loading') })
      }
      ${h(AddProvider, {
        open: adding && data !== undefined,
        locations: data?.locations ?? [],
        onClose: () => open(null),
        onAdded: (id) => route(`/admin/providers/${id}?tab=services`),
      })}
    `,
  });

  function none(): View {
    if (shown === 'archived') return h(Empty, { icon: Archive, title: t('providers.noneArchived') });
    const action =
      reason === null &&
      h(Button, { size: 'small', icon: Plus, onPress: () => open('new'), children: t('providers.add') });
    return h(Empty, { icon: UserRound, title: t('providers.none'), children: t('providers.noneText'), action });
  }
}
