import { h } from 'preact';
import { Checkbox, TextField } from '../../widget/kit/field.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { Notice } from '../../widget/kit/notice.js';
import { useAdmin } from '../admin-context.js';
import { parseDuration } from '../kit/duration-text.js';
import type { Provider } from './catalog-types.js';
import type { PerformerDraft } from './service-draft.js';
import type { ServiceForm } from './use-service-form.js';

/** Who performs it, each with a price and a length of their own where they have one. */
export function PerformersField({ form, providers }: { form: ServiceForm; providers: readonly Provider[] }): View {
  const { t } = useAdmin().words;
  const { draft, set, errorOf, currency } = form;
  const { performers } = draft;
  const toggle = (id: number) => (checked: boolean) => {
    const { [id]: _, ...others } = performers;
    set({ performers: checked ? { ...others, [id]: { price: '', duration: '' } } : others });
  };
  const change = (id: number, some: Partial<PerformerDraft>) => {
    const before = performers[id];
    if (before) set({ performers: { ...performers, [id]: { ...before, ...some } } });
  };
  const usualMinutes = parseDuration(draft.duration);
  return html`<fieldset class="form-group">
    <legend>${t('catalog.who')}</legend>
    ${
      providers.length === 0
        ? h(Notice, {
            children: html`<p>${t('catalog.noProviders')}</p><a href="/admin/providers">${t('nav.providers')}</a>`,
          })
        : html`<p class="form-text">${t('catalog.whoText')}</p>`
    }
    <ul class="performers">
      ${providers.map(({ id, name, status }) => {
        const own = performers[id];
        return html`<li key=${id}>
          ${h(Checkbox, {
            label: status === 'archived' ? t('catalog.archivedProvider', { name }) : name,
            name: `performers.${id}`,
            checked: own !== undefined,
            onChecked: toggle(id),
          })}
          ${
            own &&
            html`<div class="form-two">
              ${h(TextField, {
                label: t('catalog.ownPrice', { currency }),
                name: `performers.${id}.price`,
                value: own.price,
                placeholder: draft.price,
                onValue: (price) => change(id, { price }),
                autocomplete: 'off',
                maxLength: 20,
                error: errorOf(`performers.${id}.price`) && t('catalog.wrong.price'),
              })}
              ${h(TextField, {
                label: t('catalog.ownDuration'),
                name: `performers.${id}.duration`,
                value: own.duration,
                placeholder: usualMinutes === null ? '' : String(usualMinutes),
                onValue: (duration) => change(id, { duration }),
                autocomplete: 'off',
                maxLength: 4,
                error: errorOf(`performers.${id}.duration`) && t('catalog.wrong.duration'),
              })}
            </div>`
          }
        </li>`;
      })}
    </ul>
  </fieldset>`;
}
