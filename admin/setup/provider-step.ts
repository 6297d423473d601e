import { h } from 'preact';
import { TextField } from '../../widget/kit/field.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { Facts } from '../kit/facts.js';
import { dayName } from './faults.js';
import type { StepProps } from './step-props.js';

/** The first provider, and what all of it comes to. */
export function ProviderStep({ words, draft, onDraft, faults }: StepProps): View {
  const { t, language } = words;
  const option = (self: boolean, label: string, detail: string) => html`<label class="setup-kind">
    <input type="radio" name="self" checked=${draft.self === self} onChange=${() => onDraft({ self })} />
    <span>${label}${detail && html`<small>${detail}</small>`}</span>
  </label>`;
  const services = draft.categories.flatMap((category) => category.services).length;
  const days = draft.hours.flatMap((windows, day) => (windows.length > 0 ? [dayName(language, day)] : []));
  return html`
    <fieldset class="setup-kinds two">
      <legend class="hidden-text">${t('setup.provider')}</legend>
      ${option(true, t('setup.self'), draft.ownerName)} ${option(false, t('setup.someone'), '')}
    </fieldset>
    ${
      !draft.self &&
      html`<div class="setup-pair">
        ${h(TextField, {
          label: t('setup.providerName'),
          name: 'providerName',
          maxLength: 120,
          required: true,
          value: draft.providerName,
          onValue: (providerName) => onDraft({ providerName }),
          hint: t('setup.providerNameHint'),
          error: faults['providerName'],
        })}
        ${h(TextField, {
          label: t('setup.providerEmail'),
          name: 'providerEmail',
          type: 'email',
          note: t('setup.optional'),
          maxLength: 254,
          value: draft.providerEmail,
          onValue: (providerEmail) => onDraft({ providerEmail }),
          hint: t('setup.providerEmailHint'),
          error: faults['providerEmail'],
        })}
      </div>`
    }
    <section class="setup-summary" aria-labelledby="setup-summary">
      <h3 id="setup-summary">${t('setup.summary')}</h3>
      ${h(Facts, {
        facts: [
          [t('setup.place'), `${draft.name}, ${draft.timeZone.replaceAll('_', ' ')}, ${draft.currency}`],
          [t('setup.owner'), `${draft.ownerName}, ${draft.email}`],
          [t('setup.offer'), t('setup.summaryServices', { count: services })],
          [t('setup.hours'), new Intl.ListFormat(language).format(days)],
        ],
      })}
    </section>
  `;
}
