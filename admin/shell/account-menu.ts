import { ChevronsUpDown, LogOut, UserRound } from 'lucide';
import { h } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../../widget/kit/button.js';
import { SelectField } from '../../widget/kit/field.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { Icon } from '../../widget/kit/icon.js';
import { useAdmin } from '../admin-context.js';
import type { WordKey } from '../admin-words.js';
import { languages } from '../admin-words.js';
import { errorWords } from '../error-words.js';
import { Popover } from '../kit/popover.js';

const roleWords: Record<string, WordKey> = {
  owner: 'role.owner',
  manager: 'role.manager',
  receptionist: 'role.receptionist',
  provider: 'role.provider',
};

/** Who is signed in, the language, and the way out. */
export function AccountMenu(): View {
  const { words, signedIn, signOut, chooseLanguage, toasts } = useAdmin();
  const [open, setOpen] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const { t } = words;
  const { name, email, role } = signedIn.account;
  const label = t('account.open', { name });
  const leave = () => {
    setLeaving(true);
    signOut().catch((error: unknown) => {
      setLeaving(false);
      toasts.show({ kind: 'danger', text: errorWords(words, error) });
    });
  };
  const trigger = html`<button
    type="button"
    class="account-button"
    aria-label=${label}
    aria-expanded=${open ? 'true' : 'false'}
    onClick=${() => setOpen(!open)}
  >
    <span class="initials" data-initials=${initials(name)}></span><span>${name}</span>
    ${h(Icon, { icon: ChevronsUpDown, size: 16 })}
  </button>`;
  return h(Popover, {
    open,
    onOpen: setOpen,
    trigger,
    label,
    children: html`
      <p class="account-who"><strong>${name}</strong><span>${email}</span>
        <span>${roleWords[role] ? t(roleWords[role] as 'role.manager') : role}</span></p>
      ${h(SelectField, {
        label: t('account.language'),
        name: 'language',
        value: words.language.split('-')[0]!,
        onValue: chooseLanguage,
        options: languages,
      })}
      ${h(Button, { icon: UserRound, wide: true, href: '/admin/account', onPress: () => setOpen(false), children: t('ownAccount.open') })}
      ${h(Button, { icon: LogOut, wide: true, busy: leaving, onPress: leave, children: t('account.signOut') })}
    `,
  });
}

/** The first letters of the first and the last word of a name. */
function initials(name: string): string {
  const names = name.split(/\s+/).filter(Boolean);
  return [names[0], names.length > 1 ? names.at(-1) : '']
    .map((part) => [...(part ?? '')][0] ?? '')
    .join('')
    .toUpperCase();
}
