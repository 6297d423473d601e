import { ChevronDown } from 'lucide';
import { h } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { View } from '../../../widget/kit/html.js';
import { html } from '../../../widget/kit/html.js';
import { Icon } from '../../../widget/kit/icon.js';
import { style } from '../../../widget/kit/styles.js';
import { useAdmin } from '../../admin-context.js';
import css from './login.css';
import { LoginFields } from './login-fields.js';
import type { LoginForm } from './use-login-draft.js';

style(css);

/** The login of a customer who is being added: folded up until somebody wants one (A096). */
export function LoginSection({ form }: { form: LoginForm }): View {
  const { t } = useAdmin().words;
  const [open, setOpen] = useState(false);
  const faults = Object.keys(form.errors).length;
  // What is wrong is not hidden.
  useEffect(() => {
    if (faults > 0) setOpen(true);
  }, [faults]);
  const onToggle = (event: Event) => {
    const section = event.currentTarget as HTMLDetailsElement;
    setOpen(section.open);
    // It is the last of a long form: what comes up would be out of sight.
    if (section.open) section.scrollIntoView({ block: 'nearest' });
  };
  return html`<details class="login-section" open=${open} onToggle=${onToggle}>
    <summary>${t('login.title')}<span>${t(`login.kind.${form.draft.kind}`)}</span>${h(Icon, { icon: ChevronDown })}</summary>
    <div class="record-fields">
      <p class="field-hint record-wide">${t('login.hint')}</p>
      ${h(LoginFields, { form, kinds: ['none', 'new', 'existing'] })}
    </div>
  </details>`;
}
