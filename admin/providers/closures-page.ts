import { CalendarOff, Plus, Trash2 } from 'lucide';
import { h } from 'preact';
import { useLocation } from 'preact-iso/router';
import { Button } from '../../widget/kit/button.js';
import { dayAt, formatDay, now, visitorZone } from '../../widget/kit/dates.js';
import { Empty } from '../../widget/kit/empty.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { Skeleton } from '../../widget/kit/skeleton.js';
import type { Closure } from '../admin-api.js';
import { useAdmin } from '../admin-context.js';
import { addressWith } from '../kit/address.js';
import { useLoad } from '../kit/load.js';
import { Page } from '../kit/page.js';
import { Problem } from '../kit/problem.js';
import { ReasonButton } from '../kit/reason-button.js';
import { useCall } from '../team/use-call.js';
import { AddClosure } from './add-closure.js';
import { ProvidersTabs } from './providers-tabs.js';

/** When the whole business, or one location of it, is closed. */
export function ClosuresPage(): View {
  const { api, words, toasts, may } = useAdmin();
  const { t, language } = words;
  const { path, query, route } = useLocation();
  const call = useCall();
  const list = useLoad('closures', async (signal) => {
    const [closures, locations] = await Promise.all([
      api.call('GET /closures', { signal }),
      api.call('GET /locations', { signal }),
    ]);
    return { closures: closures.items, locations: locations.items };
  });
  const { data } = list;
  const reason = may('providers.edit') ? null : t('providers.mayNot');
  const open = (id: string | null) => route(addressWith(path, query, { open: id }));
  const today = dayAt(visitorZone(), now());
  const coming = data?.closures.filter(({ lastDay }) => lastDay >= today);
  const past = data?.closures.filter(({ lastDay }) => lastDay < today).reverse();

  const remove = (closure: Closure) =>
    call.run(async () => {
      const { id, ...body } = closure;
      await api.call('DELETE /closures/:id', { params: { id: String(id) } });
      list.reload();
      toasts.show({
        text: t('providers.closureRemoved', { name: closure.name }),
        undo: () =>
          void call.run(async () => {
            await api.call('POST /closures', { body });
            list.reload();
          }),
      });
    });
  const row = (closure: Closure) => {
    const { id, name, firstDay, lastDay, locationId } = closure;
    const where = data?.locations.find((place) => place.id === locationId)?.name ?? t('providers.everywhere');
    const when =
      firstDay === lastDay
        ? formatDay(language, firstDay, 'full')
        : t('providers.fromTo', {
            from: formatDay(language, firstDay, 'full'),
            to: formatDay(language, lastDay, 'full'),
          });
    return html`<li key=${id}>
      <div><p class="provider-entry">${name}</p><p class="provider-under-always">${when} · ${where}</p></div>
      ${
        reason === null &&
        h(Button, {
          kind: 'quiet',
          size: 'small',
          icon: Trash2,
          label: t('providers.removeNamed', { name }),
          onPress: () => void remove(closure),
        })
      }
    </li>`;
  };
  const add = h(ReasonButton, {
    icon: Plus,
    reason,
    onPress: () => open('new'),
    children: t('providers.addClosure'),
  });

  return h(Page, {
    title: t('nav.providers'),
    actions: add,
    children: html`
      ${h(ProvidersTabs, { current: 'closures' })}
      <p class="provider-text">${t('providers.closuresText')}</p>
      ${list.error !== undefined && h(Problem, { error: list.error, onRetry: list.reload, beside: data !== undefined })}
      ${call.fault && html`<p class="field-error" role="alert">${call.fault.text}</p>`}
      ${
        coming
          ? coming.length > 0
            ? html`<ul class="provider-list">${coming.map(row)}</ul>`
            : h(Empty, { icon: CalendarOff, title: t('providers.noClosures'), children: t('providers.noClosuresText') })
          : list.error === undefined && h(Skeleton, { rows: 4, height: 56, label: t('common.loading') })
      }
      ${
        past &&
        past.length > 0 &&
        html`<details class="provider-past"><summary>${t('providers.past', { count: past.length })}</summary>
          <ul class="provider-list">${past.map(row)}</ul></details>`
      }
      ${h(AddClosure, {
        open: query['open'] === 'new' && reason === null && data !== undefined,
        locations: data?.locations ?? [],
        today,
        onClose: () => open(null),
        onAdded: list.reload,
      })}
    `,
  });
}
