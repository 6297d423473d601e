import { PackagePlus, Pencil, Plus, Trash2 } from 'lucide';
import { h } from 'preact';
import { useLocation } from 'preact-iso/router';
import { Button } from '../../widget/kit/button.js';
import { formatMinutes } from '../../widget/kit/dates.js';
import { Empty } from '../../widget/kit/empty.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { formatMoney } from '../../widget/kit/money.js';
import { Skeleton } from '../../widget/kit/skeleton.js';
import { useAdmin } from '../admin-context.js';
import { addressWith } from '../kit/address.js';
import { useLoad } from '../kit/load.js';
import { Menu } from '../kit/menu.js';
import { Page } from '../kit/page.js';
import { Problem } from '../kit/problem.js';
import { ReasonButton } from '../kit/reason-button.js';
import { CatalogTabs } from './catalog-tabs.js';
import type { Extra, Service } from './catalog-types.js';
import { ExtraDrawer } from './extra-drawer.js';
import { useAttempt } from './use-attempt.js';

/** What can be booked with services: each with its price, its minutes and how many of it one booking can have (A121). */
export function ExtrasPage(): View {
  const { api, words, toasts, may } = useAdmin();
  const { t, language } = words;
  const { path, query, route } = useLocation();
  const load = useLoad('extras', async (signal) => {
    const [extras, services] = await Promise.all([
      api.call('GET /extras', { signal }),
      api.call('GET /services', { signal }),
    ]);
    return { extras: extras.items, services: services.items.filter(({ status }) => status === 'active') };
  });
  const attempt = useAttempt(load.reload, () => {});
  const { data } = load;
  const go = (extra: string | null) => route(addressWith(path, query, { extra }));
  const editable = may('catalog.edit');
  const add = editable
    ? h(Button, {
        kind: 'primary',
        size: 'small',
        icon: Plus,
        onPress: () => go('new'),
        children: t('catalog.addExtra'),
      })
    : h(ReasonButton, { icon: Plus, reason: t('catalog.mayNot'), onPress: () => {}, children: t('catalog.addExtra') });
  const remove = ({ id, ...fields }: Extra) =>
    attempt(async () => {
      await api.call('DELETE /extras/:id', { params: { id: String(id) } });
      const undo = () => void attempt(() => api.call('POST /extras', { body: fields }));
      toasts.show({ text: t('catalog.deleted', { name: fields.name }), undo });
    });
  const opened = data?.extras.find(({ id }) => String(id) === query['extra']);
  const row = (extra: Extra, services: readonly Service[]) => {
    const { id, name, minutes, most } = extra;
    const names = services.filter((service) => extra.services.includes(service.id)).map((service) => service.name);
    const facts = [
      formatMoney(language, extra.priceMinor, extra.currency),
      minutes > 0 && t('catalog.extraMinutes', { time: formatMinutes(language, minutes) }),
      most > 1 && t('catalog.extraMost', { count: most }),
      names.length > 3
        ? t('catalog.extraServices', { count: names.length })
        : new Intl.ListFormat(language).format(names) || t('catalog.extraNowhere'),
    ];
    return html`<li class="catalog-service" key=${id}>
      <div class="catalog-main">
        ${
          editable
            ? html`<a class="catalog-name" href=${addressWith(path, query, { extra: id })}>${name}</a>`
            : html`<span class="catalog-name">${name}</span>`
        }
        <span class="catalog-facts tabular">${facts.filter(Boolean).join(' · ')}</span>
      </div>
      ${
        editable &&
        html`<div class="catalog-tools">${h(Menu, {
          label: t('catalog.optionsOf', { name }),
          items: [
            { title: t('catalog.edit'), icon: Pencil, onPress: () => go(String(id)) },
            { title: t('catalog.delete'), icon: Trash2, danger: true, onPress: () => void remove(extra) },
          ],
        })}</div>`
      }
    </li>`;
  };
  return h(Page, {
    title: t('nav.catalog'),
    aside: data && t('catalog.extraCount', { count: data.extras.length }),
    actions: data && data.extras.length > 0 && add,
    children: html`
      ${h(CatalogTabs, { current: 'extras' })}
      ${load.error !== undefined && h(Problem, { error: load.error, onRetry: load.reload, beside: data !== undefined })}
      ${!data && load.error === undefined && h(Skeleton, { rows: 3, height: 56, label: t('common.loading') })}
      ${
        data?.extras.length === 0 &&
        h(Empty, { icon: PackagePlus, title: t('catalog.noExtras'), children: t('catalog.noExtrasText'), action: add })
      }
      ${
        data &&
        data.extras.length > 0 &&
        html`<ul class="catalog-category" aria-label=${t('catalog.extras')}>
          ${data.extras.map((extra) => row(extra, data.services))}
        </ul>`
      }
      ${h(ExtraDrawer, {
        open: data && editable ? (query['extra'] === 'new' ? 'new' : (opened ?? null)) : null,
        services: data?.services ?? [],
        onClose: () => go(null),
        onSaved: load.reload,
      })}
    `,
  });
}
