import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { style } from '../../widget/kit/styles.js';
import tableCss from '../../widget/kit/table.css';
import { useAdmin } from '../admin-context.js';
import css from './team.css';

// The matrix of roles has headings on both sides, which the kit's Table has not; it looks the same.
style(tableCss);
style(css);

/** The two pages of the team, each with an address of its own. */
export function TeamTabs({ current }: { current: 'accounts' | 'roles' }): View {
  const { t } = useAdmin().words;
  const link = (key: 'accounts' | 'roles', path: string, word: string) =>
    html`<a href=${path} aria-current=${key === current ? 'page' : undefined}>${word}</a>`;
  return html`<nav class="team-tabs" aria-label=${t('team.views')}>
    ${link('accounts', '/admin/team', t('team.accounts'))}${link('roles', '/admin/team/roles', t('team.roles'))}
  </nav>`;
}
