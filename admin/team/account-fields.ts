import { h } from 'preact';
import { SelectField } from '../../widget/kit/field.js';
import type { View } from '../../widget/kit/html.js';
import type { Role } from '../admin-api.js';
import { useAdmin } from '../admin-context.js';
import { useLoad } from '../kit/load.js';
import { roleName } from './team-words.js';

interface RoleFieldProps {
  value: string;
  roles: readonly Role[];
  /** Why the role can't be changed now. */
  reason: string | null;
  onValue: (role: string) => void;
}

/** The roles that one may give, and the one that the account has. */
export function RoleField({ value, roles, reason, onValue }: RoleFieldProps): View {
  const { words } = useAdmin();
  const options = roles
    .filter((role) => !role.beyond || role.id === value)
    .map((role) => ({ value: role.id, label: roleName(words, role) }));
  return h(SelectField, {
    label: words.t('team.role'),
    name: 'role',
    value,
    onValue,
    options,
    disabled: reason !== null,
    hint: reason ?? undefined,
  });
}

interface ProviderFieldProps {
  value: number | null;
  /** The provider that the account has, for who may not list them. */
  known: { id: number; name: string } | null;
  disabled: boolean;
  onValue: (provider: number | null) => void;
}

/** Whose appointments and customers are the account's own. */
export function ProviderField({ value, known, disabled, onValue }: ProviderFieldProps): View {
  const { api, words, may } = useAdmin();
  const { t } = words;
  const providers = useLoad('providers', (signal) =>
    may('providers.view') ? api.call('GET /providers', { signal }) : Promise.resolve(undefined),
  );
  const listed = providers.data?.items ?? [];
  const all = known && !listed.some(({ id }) => id === known.id) ? [known, ...listed] : listed;
  return h(SelectField, {
    label: t('team.provider'),
    name: 'provider',
    value: value === null ? '' : String(value),
    onValue: (chosen) => onValue(chosen === '' ? null : Number(chosen)),
    options: [
      { value: '', label: t('team.provider.none') },
      ...all.map(({ id, name }) => ({ value: String(id), label: name })),
    ],
    disabled,
    hint: t('team.provider.hint'),
  });
}
