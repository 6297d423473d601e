import { h } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { ApiError } from '../../widget/kit/api.js';
import { Button } from '../../widget/kit/button.js';
import { TextField } from '../../widget/kit/field.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { Notice } from '../../widget/kit/notice.js';
import { Skeleton } from '../../widget/kit/skeleton.js';
import { style } from '../../widget/kit/styles.js';
import type { AdminApi, Site } from '../admin-api.js';
import { adminApi } from '../admin-api.js';
import type { AdminWords } from '../admin-words.js';
import { errorWords } from '../error-words.js';
import { passwordFault } from '../team/team-words.js';
import css from './sign-in.css';

style(css);

export interface LinkPageProps {
  words: AdminWords;
  site: Site;
  /** Which page the address names. */
  page: 'invitation' | 'password';
}

type Link = AdminApi['POST /password-link']['answer'];

/** The page that links from mails lead to: choose a password. Without a token, the way to ask for such a link. */
export function LinkPage({ words, site, page }: LinkPageProps): View {
  const { t } = words;
  const [token, setToken] = useState(takeToken);
  const [link, setLink] = useState<Link | 'gone' | null>(null);
  const [error, setError] = useState<unknown>(null);
  const title = page === 'invitation' ? t('link.invitation') : t('link.reset');
  useEffect(() => {
    document.title = `${title} · ${site.name}`;
  }, [title, site.name]);
  useEffect(() => {
    if (!token) return;
    adminApi.call('POST /password-link', { body: { token } }).then(setLink, (reason: unknown) => {
      if (reason instanceof ApiError && ['not_found', 'invalid_request'].includes(reason.code)) setLink('gone');
      else setError(reason);
    });
  }, [token]);

  const content = () => {
    if (error !== null) return h(Notice, { meaning: 'danger', urgent: true, children: errorWords(words, error) });
    if (!token && page === 'password') return h(AskForm, { words });
    if (!token || link === 'gone') {
      const askAgain = page === 'password' && h(Button, { onPress: () => setToken(''), children: t('link.askAgain') });
      return html`${h(Notice, {
        meaning: 'warning',
        title: t('link.gone'),
        children: html`<p>${t('link.goneText')}</p>${page === 'invitation' && html`<p>${t('link.goneInvitation')}</p>`}`,
      })}
      ${askAgain}`;
    }
    if (!link) return h(Skeleton, { rows: 3, height: 48, label: t('common.loading') });
    return h(PasswordForm, { words, token, link, onGone: () => setLink('gone') });
  };
  return html`<main class="sign-in">
    <div class="sign-in-card">
      <h1>${title}<span>${site.name}</span></h1>
      ${content()}
      <p class="sign-in-other"><a href="/admin">${t('link.toSignIn')}</a></p>
    </div>
  </main>`;
}

/** The token is taken out of the address at once, so that it stays in no history and on no screen. */
function takeToken(): string {
  const token = location.hash.slice(1);
  if (token) history.replaceState(null, '', location.pathname);
  return token;
}

function AskForm({ words }: { words: AdminWords }): View {
  const { t } = words;
  const [email, setEmail] = useState('');
  const [state, setState] = useState<'idle' | 'busy' | 'asked'>('idle');
  const [tried, setTried] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const form = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => form.current?.querySelector('input')?.focus(), []);
  const submit = async (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (!email.trim()) return form.current?.querySelector('input')?.focus();
    setState('busy');
    setError(null);
    try {
      await adminApi.call('POST /password-reset', { body: { email: email.trim() } });
      setState('asked');
    } catch (reason) {
      setError(reason);
      setState('idle');
    }
  };
  if (state === 'asked')
    return html`<div role="status">${h(Notice, { meaning: 'good', children: t('link.asked') })}</div>`;
  const tooMany = error instanceof ApiError && error.code === 'too_many_requests';
  return html`<form ref=${form} novalidate onSubmit=${submit}>
    <p>${t('link.ask')}</p>
    ${error !== null && h(Notice, { meaning: 'danger', urgent: true, children: tooMany ? t('signIn.tooMany') : errorWords(words, error) })}
    ${h(TextField, {
      label: t('signIn.email'),
      name: 'email',
      type: 'email',
      autocomplete: 'username',
      maxLength: 254,
      value: email,
      onValue: setEmail,
      error: tried && !email.trim() ? t('signIn.emailMissing') : undefined,
    })}
    ${h(Button, { kind: 'primary', type: 'submit', wide: true, busy: state === 'busy', children: t('link.askSubmit') })}
  </form>`;
}

interface PasswordFormProps {
  words: AdminWords;
  token: string;
  link: Link;
  onGone: () => void;
}

function PasswordForm({ words, token, link, onGone }: PasswordFormProps): View {
  const { t } = words;
  const invited = link.purpose === 'invitation';
  const [name, setName] = useState(link.name);
  const [password, setPassword] = useState('');
  const [state, setState] = useState<'idle' | 'busy' | 'done'>('idle');
  const [error, setError] = useState<unknown>(null);
  const form = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => form.current?.querySelector<HTMLInputElement>('[name=password]')?.focus(), []);
  const submit = async (event: Event) => {
    event.preventDefault();
    if (!password || (invited && !name.trim()))
      return form.current?.querySelector<HTMLInputElement>(`[name=${password ? 'name' : 'password'}]`)?.focus();
    setState('busy');
    setError(null);
    try {
      await adminApi.call('POST /password-link/password', { body: { token, password, name: invited ? name : null } });
      setState('done');
    } catch (reason) {
      if (reason instanceof ApiError && reason.code === 'not_found') return onGone();
      setError(reason);
      setState('idle');
    }
  };
  if (state === 'done')
    return html`<div role="status">${h(Notice, { meaning: 'good', children: t('link.done') })}</div>`;
  const weak = error instanceof ApiError ? passwordFault(words, error) : undefined;
  return html`<form ref=${form} novalidate onSubmit=${submit}>
    <p>${t('link.for', { email: link.email })}</p>
    <input type="email" name="username" autocomplete="username" value=${link.email} hidden />
    ${error !== null && !weak && h(Notice, { meaning: 'danger', urgent: true, children: errorWords(words, error) })}
    ${
      invited &&
      h(TextField, {
        label: t('link.name'),
        name: 'name',
        autocomplete: 'name',
        maxLength: 120,
        value: name,
        onValue: setName,
        error: name.trim() ? undefined : t('team.nameMissing'),
      })
    }
    ${h(TextField, {
      label: t('link.password'),
      name: 'password',
      type: 'password',
      autocomplete: 'new-password',
      maxLength: 256,
      value: password,
      onValue: setPassword,
      hint: t('team.password.hint'),
      error: weak,
    })}
    ${h(Button, { kind: 'primary', type: 'submit', wide: true, busy: state === 'busy', children: t('link.submit') })}
  </form>`;
}
