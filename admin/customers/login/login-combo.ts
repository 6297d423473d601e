import { h } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { View } from '../../../widget/kit/html.js';
import { useAdmin } from '../../admin-context.js';
import { ComboField } from '../../kit/combo-field.js';
import type { ComboOption } from '../../kit/combo-matches.js';
import { useLoad } from '../../kit/load.js';
import type { LoginForm } from './use-login-draft.js';
import { fieldName } from './use-login-draft.js';

/** Until nobody types any more, in milliseconds. */
const pause = 150;

/** One of the logins that serve nobody, found by the beginning of its address (A097). */
export function LoginCombo({ form }: { form: LoginForm }): View {
  const { api, words } = useAdmin();
  const { t } = words;
  const { draft, errors, set, leave } = form;
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setAsked(typed.trim()), pause);
    return () => clearTimeout(timer);
  }, [typed]);
  const found = useLoad(`logins ${asked}`, (signal) =>
    api.call('GET /logins', { query: asked === '' ? {} : { q: asked }, signal }),
  );
  // What is chosen stays there to be shown, whatever is typed next.
  const known = useRef(new Map<string, ComboOption>());
  const options = (found.data?.items ?? []).map(({ id, email, status }) => ({
    value: String(id),
    label: status === 'disabled' ? t('login.disabledOption', { email }) : email,
  }));
  for (const option of options) known.current.set(option.value, option);
  if (draft.email !== null && draft.id !== '' && !known.current.has(draft.id))
    known.current.set(draft.id, { value: draft.id, label: draft.email });
  const chosen = known.current.get(draft.id);
  return h(ComboField, {
    label: t('login.existing'),
    name: fieldName('id'),
    hint: t('login.existingHint'),
    value: draft.id,
    options: chosen && !options.some(({ value }) => value === chosen.value) ? [chosen, ...options] : options,
    noneLabel: t('login.noMatch'),
    error: errors.id,
    required: true,
    onTyped: setTyped,
    onValue: (id) => set({ id }),
    onLeave: () => leave('id'),
  });
}
