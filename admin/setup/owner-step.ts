import { Wand } from 'lucide';
import { h } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../../widget/kit/button.js';
import { Checkbox, TextField } from '../../widget/kit/field.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { generatePassword } from '../customers/login/generate-password.js';
import type { StepProps } from './step-props.js';

export interface OwnerStepProps extends StepProps {
  password: string;
  onPassword: (password: string) => void;
}

/** The account of the owner. */
export function OwnerStep({ words, draft, onDraft, faults, password, onPassword }: OwnerStepProps): View {
  const { t } = words;
  const [shown, setShown] = useState(false);
  const [suggested, setSuggested] = useState(false);
  const suggest = () => {
    onPassword(generatePassword());
    setShown(true);
    setSuggested(true);
  };
  return html`
    ${h(TextField, {
      label: t('setup.ownerName'),
      name: 'ownerName',
      autocomplete: 'name',
      maxLength: 120,
      required: true,
      value: draft.ownerName,
      onValue: (ownerName) => onDraft({ ownerName }),
      error: faults['ownerName'],
    })}
    ${h(TextField, {
      label: t('setup.email'),
      name: 'email',
      type: 'email',
      autocomplete: 'username',
      maxLength: 254,
      required: true,
      value: draft.email,
      onValue: (email) => onDraft({ email }),
      error: faults['email'],
    })}
    <div class="setup-password">
      ${h(TextField, {
        label: t('setup.password'),
        name: 'password',
        type: shown ? 'text' : 'password',
        autocomplete: 'new-password',
        maxLength: 256,
        required: true,
        value: password,
        onValue: onPassword,
        hint: t(suggested ? 'setup.suggested' : 'setup.passwordHint'),
        error: faults['password'],
      })}
      ${h(Button, { icon: Wand, onPress: suggest, children: t('setup.suggest') })}
    </div>
    ${h(Checkbox, { label: t('setup.show'), name: 'show', checked: shown, onChecked: setShown })}
  `;
}
