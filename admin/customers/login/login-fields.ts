import { Link } from 'lucide';
import { h } from 'preact';
import { Button } from '../../../widget/kit/button.js';
import { TextField } from '../../../widget/kit/field.js';
import type { View } from '../../../widget/kit/html.js';
import { html } from '../../../widget/kit/html.js';
import { Notice } from '../../../widget/kit/notice.js';
import { useAdmin } from '../../admin-context.js';
import { Choice } from '../../kit/choice.js';
import { LoginCombo } from './login-combo.js';
import type { LoginKind } from './login-draft.js';
import { PasswordPair } from './password-pair.js';
import type { LoginForm } from './use-login-draft.js';
import { fieldName } from './use-login-draft.js';

export interface LoginFieldsProps {
  form: LoginForm;
  /** What there is to choose from. */
  kinds: readonly LoginKind[];
}

/** Which login a customer is to have, and what it needs (A028, A096, A097). */
export function LoginFields({ form, kinds }: LoginFieldsProps): View {
  const { t } = useAdmin().words;
  const { draft, errors, email, offer, set, leave, takeOffer } = form;
  return html`<div class="record-wide">${h(Choice<LoginKind>, {
    label: t('login.which'),
    value: draft.kind,
    options: kinds.map((value) => ({ value, label: t(`login.kind.${value}`) })),
    onValue: (kind) => set({ kind, ...(kind === 'new' ? { email: null, id: '' } : {}) }),
  })}</div>
  ${
    draft.kind === 'new' &&
    html`<div class="record-wide">${h(TextField, {
      label: t('login.email'),
      name: fieldName('email'),
      type: 'email',
      hint: t('login.emailHint'),
      value: draft.email ?? email,
      error: errors.email,
      required: true,
      maxLength: 254,
      autocomplete: 'off',
      onValue: (value) => set({ email: value }),
      onLeave: () => leave('email'),
    })}</div>
    ${
      offer &&
      html`<div class="record-wide">${h(Notice, {
        meaning: 'info',
        children: html`<p>${t('login.offer', { email: offer.email })}</p>
          ${h(Button, { size: 'small', icon: Link, onPress: takeOffer, children: t('login.linkInstead') })}`,
      })}</div>`
    }
    ${h(PasswordPair, { form })}`
  }
  ${draft.kind === 'existing' && html`<div class="record-wide">${h(LoginCombo, { form })}</div>`}`;
}
