import { h } from 'preact';
import { Checkbox } from '../../widget/kit/field.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { useAdmin } from '../admin-context.js';
import { colourNames, palette } from './colours.js';
import { ServiceLink } from './service-link.js';
import { ServicePicture } from './service-picture.js';
import type { ServiceForm } from './use-service-form.js';

/** Its picture and colour, and whether everybody sees it. */
export function ServiceLook({ form }: { form: ServiceForm }): View {
  const { t } = useAdmin().words;
  const { draft, set } = form;
  const colours: { value: string; label: string }[] = colourNames.map((name) => ({
    value: palette[name],
    label: t(`catalog.colour.${name}`),
  }));
  // One from elsewhere can be kept.
  const own = form.service?.colour.toLowerCase();
  if (own && !colours.some(({ value }) => value === own)) colours.push({ value: own, label: t('catalog.colour.own') });
  return html`${h(ServicePicture, {
    kept: form.service?.picture ?? null,
    chosen: form.picture,
    onChosen: form.setPicture,
    error: form.pictureError,
  })}
    <fieldset class="form-colours">
      <legend>${t('catalog.colour')}</legend>
      ${colours.map(
        ({ value, label }) => html`<label title=${label}>
          <input
            type="radio"
            name="colour"
            value=${value}
            aria-label=${label}
            checked=${draft.colour.toLowerCase() === value}
            onChange=${() => set({ colour: value })}
          />
          <span style=${`--service: ${value}`}></span>
        </label>`,
      )}
    </fieldset>
    ${h(Checkbox, {
      label: t('catalog.hide'),
      name: 'isPrivate',
      checked: draft.isPrivate,
      onChecked: (isPrivate) => set({ isPrivate }),
      hint: t('catalog.hideHint'),
    })}
    ${
      draft.isPrivate &&
      (form.service
        ? h(ServiceLink, { id: form.service.id })
        : html`<p class="field-hint">${t('catalog.linkLater')}</p>`)
    }`;
}
