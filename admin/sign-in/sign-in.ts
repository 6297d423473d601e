import { h } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { ApiError } from '../../widget/kit/api.js';
import { Button } from '../../widget/kit/button.js';
import { Checkbox, TextField } from '../../widget/kit/field.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { Notice } from '../../widget/kit/notice.js';
import { style } from '../../widget/kit/styles.js';
import type { SignedIn, Site } from '../admin-api.js';
import { adminApi } from '../admin-api.js';
import type { AdminWords } from '../admin-words.js';
import { languages } from '../admin-words.js';
import { errorWords } from '../error-words.js';
import css from './sign-in.css';

style(css);

export interface SignInProps {
  words: AdminWords;
  site: Site;
  /** A session ended while somebody was at work. */
  ended: boolean;
  onSignedIn: (signedIn: SignedIn) => void;
  onLanguage: (language: string) => void;
}

/** The way in. The address stays what it was, so that whoever signs in arrives where they wanted to be. */
export function SignIn({ words, site, ended, onSignedIn, onLanguage }: SignInProps): View {
  const { t } = words;
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [shown, setShown] = useState(false);
  const [capsLock, setCapsLock] = useState(false);
  const [busy, setBusy] = useState(false);
  const [tried, setTried] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const form = useRef<HTMLFormElement>(null);
  const field = (name: string) => form.current?.querySelector<HTMLInputElement>(`[name=${name}]`);

  useEffect(() => {
    document.title = `${t('signIn.title')} · ${site.name}`;
  }, [t, site.name]);
  useLayoutEffect(() => field('email')?.focus(), []);

  const submit = async (event: Event) => {
    event.preventDefault();
    setTried(true);
    setError(null);
    // Password managers may fill the fields without a word to the page.
    const given = { email: field('email')?.value.trim() ?? '', password: field('password')?.value ?? '' };
    if (!given.email || !given.password) return field(given.email ? 'password' : 'email')?.focus();
    setBusy(true);
    try {
      onSignedIn(await adminApi.call('POST /session', { body: given }));
    } catch (reason) {
      setError(reason);
      setBusy(false);
      field('password')?.select();
    }
  };
  const watchCapsLock = (event: KeyboardEvent) => setCapsLock(event.getModifierState?.('CapsLock') === true);

  return html`<main class="sign-in">
    <form ref=${form} method="post" action="/admin" novalidate onSubmit=${submit} onKeyDown=${watchCapsLock} onKeyUp=${watchCapsLock}>
      <h1>${t('signIn.title')}<span>${site.name}</span></h1>
      ${error !== null && h(Notice, { meaning: 'danger', urgent: true, children: signInError(words, error) })}
      ${error === null && ended && h(Notice, { children: t('signIn.ended') })}
      ${h(TextField, {
        label: t('signIn.email'),
        name: 'email',
        type: 'email',
        autocomplete: 'username',
        maxLength: 254,
        value: email,
        onValue: setEmail,
        error: tried && !email ? t('signIn.emailMissing') : undefined,
      })}
      ${h(TextField, {
        label: t('signIn.password'),
        name: 'password',
        type: shown ? 'text' : 'password',
        autocomplete: 'current-password',
        maxLength: 1024,
        value: password,
        onValue: setPassword,
        hint: capsLock ? t('signIn.capsLock') : undefined,
        error: tried && !password ? t('signIn.passwordMissing') : undefined,
      })}
      ${h(Checkbox, { label: t('signIn.show'), name: 'show', checked: shown, onChecked: setShown })}
      ${h(Button, { kind: 'primary', type: 'submit', wide: true, busy, children: t('signIn.submit') })}
      <p class="sign-in-other"><a href="/admin/password">${t('signIn.forgot')}</a></p>
    </form>
    <div class="sign-in-languages">
      ${languages.map(({ value, label }) =>
        h(Button, {
          kind: 'quiet',
          size: 'small',
          pressed: words.language.startsWith(value),
          onPress: () => onLanguage(value),
          children: html`<span lang=${value}>${label}</span>`,
        }),
      )}
    </div>
  </main>`;
}

function signInError(words: AdminWords, error: unknown): string {
  const code = error instanceof ApiError ? error.code : '';
  if (code === 'wrong_credentials') return words.t('signIn.wrong');
  if (code === 'too_many_requests') return words.t('signIn.tooMany');
  return errorWords(words, error);
}
