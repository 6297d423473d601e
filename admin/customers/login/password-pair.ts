import { Eye, EyeOff, KeyRound } from 'lucide';
import { h } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../../../widget/kit/button.js';
import { TextField } from '../../../widget/kit/field.js';
import type { View } from '../../../widget/kit/html.js';
import { html } from '../../../widget/kit/html.js';
import { style } from '../../../widget/kit/styles.js';
import { useAdmin } from '../../admin-context.js';
import { generatePassword } from './generate-password.js';
import css from './login.css';
import type { LoginForm } from './use-login-draft.js';
import { fieldName } from './use-login-draft.js';

style(css);

/** A new password, typed twice or made here (A028). What is made is shown, so that it can be passed on. */
export function PasswordPair({ form }: { form: Pick<LoginForm, 'draft' | 'errors' | 'set' | 'leave'> }): View {
  const { t } = useAdmin().words;
  const [shown, setShown] = useState(false);
  const { draft, errors, set, leave } = form;
  const field = (name: 'password' | 'passwordConfirmation', label: string, hint?: string) =>
    h(TextField, {
      ...{ label, hint, name: fieldName(name), value: draft[name], error: errors[name], required: true },
      type: shown ? 'text' : 'password',
      maxLength: 256,
      // Not the password of who sits here.
      autocomplete: 'new-password',
      onValue: (value) => set({ [name]: value }),
      onLeave: () => leave(name),
    });
  const generate = () => {
    const password = generatePassword();
    set({ password, passwordConfirmation: password });
    setShown(true);
  };
  return html`
    ${field('password', t('login.password'), t('login.passwordHint'))}
    ${field('passwordConfirmation', t('login.confirmation'))}
    <div class="login-tools record-wide">
      ${h(Button, { size: 'small', icon: KeyRound, onPress: generate, children: t('login.generate') })}
      ${h(Button, {
        size: 'small',
        kind: 'quiet',
        icon: shown ? EyeOff : Eye,
        pressed: shown,
        onPress: () => setShown(!shown),
        children: t('login.show'),
      })}
    </div>
  `;
}
