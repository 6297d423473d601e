import { ChevronDown } from 'lucide';
import { h } from 'preact';
import { Button } from '../../widget/kit/button.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { Icon } from '../../widget/kit/icon.js';
import { Notice } from '../../widget/kit/notice.js';
import { useAdmin } from '../admin-context.js';
import type { Category, Provider } from './catalog-types.js';
import { ImpactNotice } from './impact-notice.js';
import { PerformersField } from './performers-field.js';
import { ServiceBasics } from './service-basics.js';
import { ServiceLook } from './service-look.js';
import { ServiceRules } from './service-rules.js';
import type { ServiceFormOptions } from './use-service-form.js';
import { useServiceForm } from './use-service-form.js';

export interface ServiceFormViewProps extends ServiceFormOptions {
  categories: readonly Category[];
  providers: readonly Provider[];
}

/** The form of a service, group by group; what it means for what is booked stands above the buttons. Ctrl and Enter saves. */
export function ServiceFormView({ categories, providers, ...options }: ServiceFormViewProps): View {
  const { words, may } = useAdmin();
  const { t } = words;
  const form = useServiceForm(options);
  const { element, dialog, busy, problem, save } = form;
  const onSubmit = (event: Event) => {
    event.preventDefault();
    void save();
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void save();
  };
  const more = (title: string, text: string, children: View) => html`<details class="form-more">
    <summary>${h(Icon, { icon: ChevronDown })}<span><b>${title}</b><small>${text}</small></span></summary>
    <div class="form-group">${children}</div>
  </details>`;
  return html`<form ref=${element} class="catalog-form" novalidate onSubmit=${onSubmit} onKeyDown=${onKey}>
    ${h(ServiceBasics, { form, categories })}
    ${may('providers.edit') && h(PerformersField, { form, providers })}
    ${more(t('catalog.rules'), t('catalog.rulesText'), h(ServiceRules, { form }))}
    ${more(t('catalog.look'), t('catalog.lookText'), h(ServiceLook, { form }))}
    ${problem !== null && h(Notice, { meaning: 'danger', urgent: true, children: problem })}
    <div class="form-actions">
      ${h(ImpactNotice, { form, providers })}
      ${h(Button, { onPress: options.drawer.close, children: t('catalog.cancel') })}
      ${h(Button, { kind: 'primary', type: 'submit', busy, children: t('catalog.save') })}
    </div>
  </form>${dialog}`;
}
