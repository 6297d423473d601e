import { Check, Minus, Plus } from 'lucide';
import { h } from 'preact';
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { Icon } from '../../widget/kit/icon.js';
import { Skeleton } from '../../widget/kit/skeleton.js';
import type { Role } from '../admin-api.js';
import { useAdmin } from '../admin-context.js';
import { addressWith } from '../kit/address.js';
import { useLoad } from '../kit/load.js';
import { Page } from '../kit/page.js';
import { Problem } from '../kit/problem.js';
import { ReasonButton } from '../kit/reason-button.js';
import { DeleteRole } from './delete-role.js';
import { grouped } from './permission-groups.js';
import { RoleDrawer } from './role-drawer.js';
import { TeamTabs } from './team-tabs.js';
import { roleName } from './team-words.js';

/** What each role may do, as a table of permissions; roles of one's own are made from copies. */
export function RolesPage(): View {
  const { api, words, may } = useAdmin();
  const { t } = words;
  const { path, query, route } = useLocation();
  const [deleting, setDeleting] = useState<Role | null>(null);
  const list = useLoad('roles', (signal) => api.call('GET /roles', { signal }));
  const roles = list.data?.items;
  const go = (changes: { edit?: string | null; copy?: string | null }) => route(addressWith(path, query, changes));
  const reason = may('accounts.edit') ? null : t('team.mayNot');
  const find = (id: string | undefined) => roles?.find((role) => role.id === id);
  const edited = find(query['edit']);
  const copied = find(query['copy']);
  const deleted = () => {
    list.reload();
    go({ edit: null });
  };

  /** Why a role can only be looked at. */
  const fixed = (role: Role | undefined): string | null => {
    if (reason !== null || !role) return reason;
    return role.builtIn ? t('roles.reason.builtIn') : role.beyond ? t('team.beyond') : null;
  };

  return h(Page, {
    title: t('nav.team'),
    actions: h(ReasonButton, { icon: Plus, reason, onPress: () => go({ edit: 'new' }), children: t('roles.add') }),
    children: html`
      ${h(TeamTabs, { current: 'roles' })}
      ${list.error !== undefined && h(Problem, { error: list.error, onRetry: list.reload, beside: roles !== undefined })}
      ${
        roles
          ? matrix(roles)
          : list.error === undefined && h(Skeleton, { rows: 10, height: 40, label: t('common.loading') })
      }
      ${h(RoleDrawer, {
        open: edited !== undefined || (reason === null && roles !== undefined && (query['edit'] === 'new' || !!copied)),
        role: edited ?? null,
        copied: copied ?? null,
        fixed: fixed(edited),
        mayCopy: reason === null,
        onCopy: (role) => go({ edit: null, copy: role.id }),
        onDelete: setDeleting,
        onClose: () => go({ edit: null, copy: null }),
        onSaved: list.reload,
      })}
      ${h(DeleteRole, { role: deleting, onClose: () => setDeleting(null), onDeleted: deleted })}
    `,
  });

  function matrix(shown: readonly Role[]): View {
    const all = shown.find(({ id }) => id === 'owner')?.permissions ?? [];
    return html`<div class="table-frame role-table" tabindex="0" role="region" aria-label=${t('roles.matrix')}>
      <table class="table">
        <caption class="hidden-text">${t('roles.matrix')}</caption>
        <thead><tr>
          <th scope="col">${t('roles.permission')}</th>
          ${shown.map(
            (role) => html`<th scope="col" key=${role.id}><div class="role-head">
              <a class="team-name" href=${addressWith(path, query, { edit: role.id, copy: null })}>${roleName(words, role)}</a>
              <span>${role.builtIn ? t('roles.builtIn') : t('roles.used', { count: role.accounts })}</span>
            </div></th>`,
          )}
        </tr></thead>
        ${grouped(all).map(
          ({ noun, permissions }) => html`<tbody key=${noun}>
            <tr class="role-group"><th scope="rowgroup" colspan=${shown.length + 1}>${t(`roles.${noun}`)}</th></tr>
            ${permissions.map(
              (permission) => html`<tr key=${permission}>
                <th scope="row">${t(`permission.${permission}`)}<small>${t(`permissionText.${permission}`)}</small></th>
                ${shown.map((role) => html`<td key=${role.id}>${mark(role.permissions.includes(permission))}</td>`)}
              </tr>`,
            )}
          </tbody>`,
        )}
      </table>
    </div>`;
  }

  function mark(yes: boolean): View {
    return html`<span class=${yes ? 'role-yes' : 'role-no'}>${h(Icon, { icon: yes ? Check : Minus, size: 16 })}
      <span class="hidden-text">${yes ? t('roles.yes') : t('roles.no')}</span></span>`;
  }
}
