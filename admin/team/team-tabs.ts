import { h } from 'preact';
import type { View } from '../../widget/kit/html.js';
import { style } from '../../widget/kit/styles.js';
import tableCss from '../../widget/kit/table.css';
import { useAdmin } from '../admin-context.js';
import { PageTabs } from '../kit/page-tabs.js';
import css from './team.css';

// The matrix of roles has headings on both sides, which the kit's Table has not; it looks the same.
style(tableCss);
style(css);

/** The two pages of the team, each with an address of its own. */
export function TeamTabs({ current }: { current: 'accounts' | 'roles' }): View {
  const { t } = useAdmin().words;
  const pages = [
    { key: 'accounts', path: '/admin/team', title: t('team.accounts') },
    { key: 'roles', path: '/admin/team/roles', title: t('team.roles') },
  ];
  return h(PageTabs, { label: t('team.views'), pages, current });
}
