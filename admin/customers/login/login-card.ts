import { CircleCheck, CircleX, KeyRound, Unlink } from 'lucide';
import { h } from 'preact';
import { useState } from 'preact/hooks';
import { Badge } from '../../../widget/kit/badge.js';
import { Button } from '../../../widget/kit/button.js';
import { formatDay, visitorZone } from '../../../widget/kit/dates.js';
import type { View } from '../../../widget/kit/html.js';
import { html } from '../../../widget/kit/html.js';
import { style } from '../../../widget/kit/styles.js';
import { useAdmin } from '../../admin-context.js';
import { useLoad } from '../../kit/load.js';
import { Menu } from '../../kit/menu.js';
import type { CustomerRecord } from '../detail/detail-types.js';
import { GiveLoginDrawer } from './give-login-drawer.js';
import css from './login.css';
import type { Login } from './login-draft.js';
import { SetPasswordDrawer } from './set-password-drawer.js';
import { UnlinkDialog } from './unlink-dialog.js';
import { useLoginStatus } from './use-login-status.js';

style(css);

export interface LoginCardProps {
  record: CustomerRecord;
  onChanged: () => void;
}

/** The way into the customer panel, beside a customer (A032, A097). */
export function LoginCard({ record, onChanged }: LoginCardProps): View | null {
  const { words, may } = useAdmin();
  const { t } = words;
  const [adding, setAdding] = useState(false);
  const { login, status } = record;
  const manages = may('customers.manage_logins') && status === 'active';
  if (!login && !manages) return null;
  return html`<section class="side-login" aria-labelledby="side-login">
    ${
      login
        ? h(Known, { key: login.id, record, login, manages, onChanged })
        : html`<header><h2 id="side-login">${t('login.title')}</h2></header>
          <p>${t('login.none')}</p>
          ${h(Button, { size: 'small', icon: KeyRound, onPress: () => setAdding(true), children: t('login.add') })}`
    }
    <p>${t('login.hint')}</p>
    ${manages && h(GiveLoginDrawer, { open: adding && !login, record, onClose: () => setAdding(false), onDone: onChanged })}
  </section>`;
}

interface KnownProps extends LoginCardProps {
  login: Login;
  manages: boolean;
}

function Known({ record, login, manages, onChanged }: KnownProps): View {
  const { words } = useAdmin();
  const { t } = words;
  const [doing, setDoing] = useState<'password' | 'unlink' | null>(null);
  const setStatus = useLoginStatus(record, onChanged);
  const isActive = login.status === 'active';
  const close = () => setDoing(null);
  const items = [
    { title: t('login.setPassword'), icon: KeyRound, onPress: () => setDoing('password') },
    isActive
      ? { title: t('login.disable'), icon: CircleX, onPress: () => setStatus('disabled') }
      : { title: t('login.enable'), icon: CircleCheck, onPress: () => setStatus('active') },
    { title: t('login.unlink'), icon: Unlink, danger: true, onPress: () => setDoing('unlink') },
  ];
  return html`<header>
      <h2 id="side-login">${t('login.title')}</h2>
      ${manages && h(Menu, { label: t('login.options'), items })}
    </header>
    <p class="side-login-email" dir="ltr">${login.email}</p>
    ${h(Badge, {
      meaning: isActive ? 'good' : 'warning',
      icon: isActive ? CircleCheck : CircleX,
      children: t(`login.status.${login.status}`),
    })}
    ${manages && h(More, { number: record.number, login })}
    ${h(SetPasswordDrawer, { open: doing === 'password', record, login, onClose: close })}
    ${h(UnlinkDialog, { open: doing === 'unlink', record, login, onClose: close, onDone: onChanged })}`;
}

/** What only who manages logins has to know. */
function More({ number, login }: { number: number; login: Login }): View {
  const { api, words } = useAdmin();
  const { t, language } = words;
  const { data } = useLoad(`login ${number} ${login.id}`, (signal) =>
    api.call('GET /customers/:number/login', { params: { number: String(number) }, signal }),
  );
  const set = data?.passwordSetAt;
  const others = data?.otherCustomers ?? 0;
  const day = set && formatDay(language, set, 'numeric', visitorZone());
  return html`
    ${data && html`<p>${day ? t('login.since', { day }) : t('login.noPassword')}</p>`}
    ${others > 0 && html`<p>${t('login.others', { count: others })}</p>`}
  `;
}
