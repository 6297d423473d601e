import { Scissors } from 'lucide';
import { h } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../widget/kit/button.js';
import { formatMinutes } from '../../widget/kit/dates.js';
import { Empty } from '../../widget/kit/empty.js';
import { Checkbox, TextField } from '../../widget/kit/field.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { formatMoney } from '../../widget/kit/money.js';
import { Notice } from '../../widget/kit/notice.js';
import type { Provider, Service } from '../admin-api.js';
import { useAdmin } from '../admin-context.js';
import { SaveBar } from '../kit/save-bar.js';
import { useUnsaved } from '../kit/unsaved.js';
import { useCall } from '../team/use-call.js';
import type { ProviderTabProps } from './provider-tab.js';
import { providerFault } from './provider-words.js';
import { isDuration, isPrice, performedOf, sameServices, servicesDraftOf } from './services-draft.js';
import { useStranding } from './use-stranding.js';

/** Which services a provider performs, each at the service's price and duration or at their own. */
export function ServicesTab({ provider, services, readOnly, onChanged }: ProviderTabProps): View {
  const { api, words, toasts } = useAdmin();
  const { t, language } = words;
  const [saved, setSaved] = useState(provider);
  const [draft, setDraft] = useState(() => servicesDraftOf(language, provider, services));
  const call = useCall((error) => providerFault(words, error));
  const listed = services.filter(({ id, status }) => status === 'active' || draft.has(id));
  const faulty = listed.find(({ id, currency }) => {
    const own = draft.get(id);
    return own && !(isPrice(own.price, currency) && isDuration(own.minutes));
  });
  const dirty = faulty !== undefined || !sameServices(performedOf(draft, services), saved.services);
  const { dialog } = useUnsaved(dirty);
  const stranding = useStranding();
  useEffect(() => {
    if (!dirty) show(provider);
  }, [provider]);

  function show(next: Provider): void {
    setSaved(next);
    setDraft(servicesDraftOf(language, next, services));
  }
  const save = (performed: Provider['services'], before: Provider['services'] | null) =>
    call.run(async () => {
      const now = await api.call('PATCH /providers/:id', {
        params: { id: String(provider.id) },
        body: { services: performed },
      });
      show(now);
      toasts.show({
        text: t('team.saved', { name: now.name }),
        ...(before ? { undo: () => void save(before, null) } : {}),
      });
      onChanged();
    });
  const submit = async (event: Event) => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    if (faulty) return form.querySelector<HTMLInputElement>('[aria-invalid=true]')?.focus();
    if (!dirty) return;
    const performed = performedOf(draft, services);
    const id = String(provider.id);
    await stranding.guard(
      () => api.call('POST /providers/:id/impact', { params: { id }, body: { fields: { services: performed } } }),
      () => save(performed, saved.services),
    );
  };
  const set = (id: number, own: { price: string; minutes: string } | null) =>
    setDraft((before) => {
      const next = new Map(before);
      if (own) next.set(id, own);
      else next.delete(id);
      return next;
    });

  if (listed.length === 0)
    return h(Empty, {
      icon: Scissors,
      title: t('providers.noServices'),
      children: t('providers.noServicesText'),
      action: h(Button, { size: 'small', href: '/admin/catalog', children: t('providers.toCatalog') }),
    });
  return html`<form class="provider-form provider-card" novalidate onSubmit=${submit}>
    <p class="provider-text">${t('providers.servicesText')}</p>
    ${call.fault && h(Notice, { meaning: 'danger', urgent: true, children: call.fault.text })}
    <ul class="provider-services">${listed.map(line)}</ul>
    ${dirty && h(SaveBar, { busy: call.busy || stranding.busy, onUndo: () => show(saved) })}
  </form>${dialog}${stranding.drawer}`;

  function line({ id, name, priceMinor, currency, durationMinutes, status }: Service): View {
    const own = draft.get(id);
    const usual = [formatMoney(language, priceMinor, currency), formatMinutes(language, durationMinutes)].join(' · ');
    return html`<li key=${id}>
      ${h(Checkbox, {
        name: `service-${id}`,
        label: html`${name}<small class="provider-usual">${status === 'archived' ? t('providers.status.archived') : usual}</small>`,
        checked: own !== undefined,
        disabled: readOnly,
        onChecked: (checked) => set(id, checked ? { price: '', minutes: '' } : null),
      })}
      ${
        own &&
        html`<div class="provider-terms">
          ${h(TextField, {
            label: t('providers.ownPrice', { currency }),
            name: `price-${id}`,
            value: own.price,
            placeholder: formatMoney(language, priceMinor, currency),
            disabled: readOnly,
            onValue: (price) => set(id, { ...own, price }),
            error: isPrice(own.price, currency) ? undefined : t('providers.priceWrong'),
          })}
          ${h(TextField, {
            label: t('providers.ownMinutes'),
            name: `minutes-${id}`,
            value: own.minutes,
            placeholder: String(durationMinutes),
            disabled: readOnly,
            onValue: (minutes) => set(id, { ...own, minutes }),
            error: isDuration(own.minutes) ? undefined : t('providers.minutesWrong'),
          })}
        </div>`
      }
    </li>`;
  }
}
