import { CalendarSync, Check, Copy, RefreshCw, Trash2 } from 'lucide';
import { h } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../../widget/kit/button.js';
import { formatDay, formatTime, visitorZone } from '../../widget/kit/dates.js';
import { Dialog } from '../../widget/kit/dialog.js';
import { Empty } from '../../widget/kit/empty.js';
import { Checkbox } from '../../widget/kit/field.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { Notice } from '../../widget/kit/notice.js';
import { Skeleton } from '../../widget/kit/skeleton.js';
import { useAdmin } from '../admin-context.js';
import { Facts } from '../kit/facts.js';
import { useLoad } from '../kit/load.js';
import { Problem } from '../kit/problem.js';
import { useCall } from '../team/use-call.js';
import type { ProviderTabProps } from './provider-tab.js';

/** The address at which a provider's appointments can be subscribed to from another calendar. */
export function CalendarTab({ provider, readOnly }: ProviderTabProps): View {
  const { api, words, toasts } = useAdmin();
  const { t, language } = words;
  const params = { id: String(provider.id) };
  const [url, setUrl] = useState<string | null>(null);
  const [copied, setCopied] = useState(false);
  const [asking, setAsking] = useState<'replace' | 'remove' | null>(null);
  const call = useCall((error) => (error.code === 'forbidden' ? t('calendarLink.forbidden') : undefined));
  const loaded = useLoad(`calendar link ${provider.id}`, (signal) =>
    api.call('GET /providers/:id/calendar-link', { params, signal }),
  );
  if (!loaded.data)
    return loaded.error !== undefined && !loaded.waiting
      ? h(Problem, { error: loaded.error, onRetry: loaded.reload })
      : h(Skeleton, { rows: 3, height: 56, label: t('common.loading') });
  const { link } = loaded.data;

  const make = () =>
    call.run(async () => {
      setAsking(null);
      const body = { customerNames: link?.customerNames ?? false };
      setUrl((await api.call('POST /providers/:id/calendar-link', { params, body })).url);
      setCopied(false);
      loaded.reload();
    });
  const remove = () =>
    call.run(async () => {
      setAsking(null);
      await api.call('DELETE /providers/:id/calendar-link', { params });
      setUrl(null);
      toasts.show({ text: t('calendarLink.removed') });
      loaded.reload();
    });
  const choose = (customerNames: boolean) =>
    call.run(async () => {
      await api.call('PATCH /providers/:id/calendar-link', { params, body: { customerNames } });
      toasts.show({ text: t('calendarLink.changed') });
      loaded.reload();
    });
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(url ?? '');
      setCopied(true);
    } catch {
      document.querySelector<HTMLInputElement>('[name=calendar-url]')?.select();
    }
  };
  const when = (instant: string) =>
    `${formatDay(language, instant, 'short', visitorZone())}, ${formatTime(language, instant, visitorZone())}`;

  return html`<div class="calendar-link">
    ${call.fault && h(Notice, { meaning: 'danger', urgent: true, children: call.fault.text })}
    ${url !== null && fresh(url)}
    ${
      link
        ? html`<div class="provider-card provider-form">
            <p class="provider-text">${t('calendarLink.text')}</p>
            ${h(Facts, {
              facts: [
                [t('calendarLink.made'), when(link.createdAt)],
                [t('calendarLink.read'), link.readAt === null ? t('team.never') : when(link.readAt)],
              ],
            })}
            ${h(Checkbox, {
              name: 'customerNames',
              label: t('calendarLink.names'),
              hint: t('calendarLink.namesHint'),
              checked: link.customerNames,
              disabled: readOnly || call.busy,
              onChecked: (customerNames) => void choose(customerNames),
            })}
            ${
              !readOnly &&
              html`<div class="period-buttons">
                ${h(Button, { size: 'small', icon: RefreshCw, onPress: () => setAsking('replace'), children: t('calendarLink.replace') })}
                ${h(Button, { size: 'small', kind: 'quiet', icon: Trash2, onPress: () => setAsking('remove'), children: t('calendarLink.remove') })}
              </div>`
            }
          </div>`
        : h(Empty, {
            icon: CalendarSync,
            title: t('calendarLink.none'),
            children: t('calendarLink.noneText'),
            action:
              !readOnly &&
              h(Button, {
                size: 'small',
                icon: CalendarSync,
                busy: call.busy,
                onPress: () => void make(),
                children: t('calendarLink.make'),
              }),
          })
    }
    ${h(Dialog, {
      open: asking !== null,
      title: t(asking === 'remove' ? 'calendarLink.removeTitle' : 'calendarLink.replaceTitle'),
      closeLabel: t('common.close'),
      onClose: () => setAsking(null),
      children: html`<p>${t('calendarLink.stops')}</p>`,
      actions: [
        h(Button, { onPress: () => setAsking(null), children: t('team.cancel') }),
        h(Button, {
          kind: 'danger',
          onPress: () => void (asking === 'remove' ? remove() : make()),
          children: t(asking === 'remove' ? 'calendarLink.remove' : 'calendarLink.replace'),
        }),
      ],
    })}
  </div>`;

  /** The address, which is told this once. */
  function fresh(address: string): View {
    return h(Notice, {
      meaning: 'good',
      title: t('calendarLink.ready'),
      children: html`<p>${t('calendarLink.once')}</p>
        <div class="calendar-address">
          <input name="calendar-url" type="text" readonly value=${address} dir="ltr" aria-label=${t('calendarLink.address')} onFocus=${(event: Event) => (event.currentTarget as HTMLInputElement).select()} />
          ${h(Button, { size: 'small', icon: copied ? Check : Copy, onPress: () => void copy(), children: t(copied ? 'calendarLink.copied' : 'calendarLink.copy') })}
        </div>
        <p role="status" class="hidden-text">${copied ? t('calendarLink.copied') : ''}</p>`,
    });
  }
}
