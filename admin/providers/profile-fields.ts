import { h } from 'preact';
import { Checkbox, TextField } from '../../widget/kit/field.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import type { Place } from '../admin-api.js';
import { useAdmin } from '../admin-context.js';
import type { ProfileDraft } from './profile-draft.js';

export interface ProfileFieldsProps {
  draft: ProfileDraft;
  /** Those that can be chosen, in the business's order. */
  locations: readonly Place[];
  disabled?: boolean;
  onDraft: (some: Partial<ProfileDraft>) => void;
  errorOf: (name: string) => string | undefined;
}

/** Who a provider is, how to reach them, and where they work. */
export function ProfileFields({ draft, locations, disabled = false, onDraft, errorOf }: ProfileFieldsProps): View {
  const { t } = useAdmin().words;
  const text = (name: 'name' | 'email' | 'phone', type: 'text' | 'email' | 'tel', maxLength: number, hint?: string) =>
    h(TextField, {
      label: t(`providers.${name}`),
      name,
      type,
      maxLength,
      hint,
      autocomplete: 'off',
      disabled,
      required: name === 'name',
      value: draft[name],
      onValue: (value) => onDraft({ [name]: value }),
      error: errorOf(name),
    });
  const toggle = (id: number) => (checked: boolean) =>
    onDraft({
      locations: locations
        .map((place) => place.id)
        .filter((other) => (other === id ? checked : draft.locations.includes(other))),
    });
  const error = errorOf('locations');
  return html`
    ${text('name', 'text', 120)}
    ${text('email', 'email', 254, t('providers.emailHint'))}
    ${text('phone', 'tel', 40)}
    <fieldset class="provider-places" aria-describedby=${error ? 'provider-places-error' : undefined}>
      <legend>${t('providers.locations')}</legend>
      ${
        locations.length === 0
          ? html`<p class="field-hint">${t('providers.noLocations')}</p>`
          : locations.map(({ id, name }) =>
              h(Checkbox, {
                key: id,
                name: `location-${id}`,
                label: name,
                disabled,
                checked: draft.locations.includes(id),
                onChecked: toggle(id),
              }),
            )
      }
      ${error && html`<p class="field-error" id="provider-places-error" role="alert">${error}</p>`}
    </fieldset>
  `;
}
