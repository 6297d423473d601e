import { CircleCheck, CircleX, Mail, Plus, Users } from 'lucide';
import { h } from 'preact';
import { useLocation } from 'preact-iso/router';
import { Badge } from '../../widget/kit/badge.js';
import { formatDay, formatTime, visitorZone } from '../../widget/kit/dates.js';
import { Empty } from '../../widget/kit/empty.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { Skeleton } from '../../widget/kit/skeleton.js';
import type { Column } from '../../widget/kit/table.js';
import { Table } from '../../widget/kit/table.js';
import type { TeamAccount } from '../admin-api.js';
import { useAdmin } from '../admin-context.js';
import { addressWith } from '../kit/address.js';
import { useLoad } from '../kit/load.js';
import { Page } from '../kit/page.js';
import { Problem } from '../kit/problem.js';
import { ReasonButton } from '../kit/reason-button.js';
import { AddAccount } from './add-account.js';
import { EditAccount } from './edit-account.js';
import { TeamTabs } from './team-tabs.js';
import { roleName } from './team-words.js';

const looks = {
  active: { meaning: 'good', icon: CircleCheck },
  invited: { meaning: 'info', icon: Mail },
  disabled: { meaning: 'neutral', icon: CircleX },
} as const;

/** Who may sign in to the admin, as what, and since when they were here last. */
export function TeamPage(): View {
  const { api, words, signedIn, may } = useAdmin();
  const { t } = words;
  const { path, query, route } = useLocation();
  const team = useLoad('team', async (signal) => {
    const [accounts, roles] = await Promise.all([
      api.call('GET /accounts', { signal }),
      api.call('GET /roles', { signal }),
    ]);
    return { accounts: accounts.items, roles: roles.items };
  });
  const { data } = team;
  const open = (id: string | null) => route(addressWith(path, query, { open: id }));
  const opened = data?.accounts.find(({ id }) => String(id) === query['open']);
  const reason = may('accounts.edit') ? null : t('team.mayNot');

  const columns: Column<TeamAccount>[] = [
    {
      key: 'name',
      title: t('team.name'),
      cell: (row) =>
        html`<a class="team-name" href=${addressWith(path, query, { open: row.id })}>${row.name}</a>
          ${row.id === signedIn.account.id && html`<span class="team-quiet"> (${t('team.you')})</span>`}
          <span class="team-under">${roleName(words, row.role)} · ${row.email}</span>`,
    },
    { key: 'email', title: t('team.email'), minor: true, cell: (row) => row.email },
    { key: 'role', title: t('team.role'), minor: true, cell: (row) => roleName(words, row.role) },
    { key: 'provider', title: t('team.provider'), minor: true, cell: (row) => row.provider?.name },
    { key: 'seen', title: t('team.seen'), minor: true, cell: (row) => seen(row) },
    {
      key: 'status',
      title: t('team.status'),
      cell: (row) => h(Badge, { ...looks[row.status], children: t(`team.status.${row.status}`) }),
    },
  ];
  const seen = ({ seenAt }: TeamAccount) => {
    if (seenAt === null) return html`<span class="team-quiet">${t('team.never')}</span>`;
    const here = visitorZone();
    return `${formatDay(words.language, seenAt, 'short', here)}, ${formatTime(words.language, seenAt, here)}`;
  };

  return h(Page, {
    title: t('nav.team'),
    aside: data && t('team.count', { count: data.accounts.length }),
    actions: h(ReasonButton, { icon: Plus, reason, onPress: () => open('new'), children: t('team.add') }),
    children: html`
      ${h(TeamTabs, { current: 'accounts' })}
      ${team.error !== undefined && h(Problem, { error: team.error, onRetry: team.reload, beside: data !== undefined })}
      ${
        data
          ? h(Table<TeamAccount>, {
              caption: t('team.accounts'),
              columns,
              rows: data.accounts,
              rowKey: ({ id }) => id,
              onRow: ({ id }) => open(String(id)),
              current: Number(query['open']),
              empty: h(Empty, { icon: Users, title: t('nav.team') }),
            })
          : team.error === undefined && h(Skeleton, { rows: 6, height: 40, label: t('common.loading') })
      }
      ${h(AddAccount, {
        open: query['open'] === 'new' && reason === null && data !== undefined,
        roles: data?.roles ?? [],
        onClose: () => open(null),
        onAdded: team.reload,
      })}
      ${h(EditAccount, { account: opened, roles: data?.roles ?? [], onClose: () => open(null), onChanged: team.reload })}
    `,
  });
}
