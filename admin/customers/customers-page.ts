import { SearchX, Users } from 'lucide';
import { h } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { Button } from '../../widget/kit/button.js';
import { formatDay, visitorZone } from '../../widget/kit/dates.js';
import { Empty } from '../../widget/kit/empty.js';
import { TextField } from '../../widget/kit/field.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { Skeleton } from '../../widget/kit/skeleton.js';
import { style } from '../../widget/kit/styles.js';
import type { Column } from '../../widget/kit/table.js';
import { Table } from '../../widget/kit/table.js';
import type { Customer } from '../admin-api.js';
import { useAdmin } from '../admin-context.js';
import type { Changes } from '../kit/address.js';
import { addressWith, pageOf } from '../kit/address.js';
import { useLoad } from '../kit/load.js';
import { Page } from '../kit/page.js';
import { Pager } from '../kit/pager.js';
import { Problem } from '../kit/problem.js';
import css from './customers-page.css';
import { readSort } from './sort.js';

style(css);

const pageSize = 50;
/** Milliseconds of silence after a key before the list is asked for. */
const pause = 200;

/** Everybody who ever booked. Search, order and page stand in the address. */
export function CustomersPage(): View {
  const { api, words } = useAdmin();
  const { t } = words;
  const { path, query, route } = useLocation();
  const q = (query['q'] ?? '').slice(0, 100);
  const sort = readSort(query['sort']);
  const page = pageOf(query);
  const [typed, setTyped] = useState(q);
  const go = (changes: Changes, replace = false) => route(addressWith(path, query, changes), replace);

  useEffect(() => setTyped(q), [q]);
  useEffect(() => {
    if (typed.trim() === q) return;
    const timer = setTimeout(() => go({ q: typed.trim(), page: null }, true), pause);
    return () => clearTimeout(timer);
  }, [typed]);

  const asked = { q: q || undefined, sort, page: String(page), pageSize: String(pageSize) };
  const list = useLoad(JSON.stringify(asked), (signal) => api.call('GET /customers', { query: asked, signal }));
  const { data } = list;
  return h(Page, {
    title: t('customers.title'),
    aside: data && t(q ? 'customers.found' : 'customers.count', { count: data.total }),
    children: html`
      <div class="toolbar" role="search">
        <div class="customer-search">
          ${h(TextField, {
            label: t('customers.search'),
            name: 'q',
            type: 'search',
            value: typed,
            onValue: setTyped,
            autocomplete: 'off',
            maxLength: 100,
            placeholder: t('customers.searchHint'),
          })}
        </div>
      </div>
      ${list.error !== undefined && h(Problem, { error: list.error, onRetry: list.reload, beside: data !== undefined })}
      ${
        data
          ? h(Table<Customer>, {
              caption: t('customers.title'),
              columns: columns(),
              rows: data.items,
              rowKey: ({ number }) => number,
              sort,
              onSort: (next) => go({ sort: next === 'name' ? null : next, page: null }),
              busy: list.outdated,
              empty: nobody(),
            })
          : list.error === undefined && h(Skeleton, { rows: 10, height: 40, label: t('common.loading') })
      }
      ${data && h(Pager, { page, pageSize, total: data.total, onPage: (to) => go({ page: to === 1 ? null : to }) })}
    `,
  });

  function nobody(): View {
    if (!q) return h(Empty, { icon: Users, title: t('customers.none'), children: t('customers.noneText') });
    const clear = () => go({ q: null, page: null });
    return h(Empty, {
      icon: SearchX,
      title: t('customers.noneFound'),
      children: t('customers.noneFoundText', { text: q }),
      action: h(Button, { size: 'small', onPress: clear, children: t('customers.clear') }),
    });
  }

  function columns(): Column<Customer>[] {
    const date = (instant: string) => formatDay(words.language, instant, 'numeric', visitorZone());
    return [
      {
        key: 'name',
        title: t('customers.name'),
        sortable: true,
        cell: (row) => html`<strong class="customer-cell">${row.name}</strong>`,
      },
      {
        key: 'number',
        title: t('customers.number'),
        sortable: true,
        minor: true,
        align: 'end',
        cell: (row) => html`<span class="customer-number">${row.number}</span>`,
      },
      {
        key: 'email',
        title: t('customers.email'),
        minor: true,
        cell: (row) => row.email && html`<a class="customer-cell" href=${`mailto:${row.email}`}>${row.email}</a>`,
      },
      {
        key: 'phone',
        title: t('customers.phone'),
        minor: true,
        cell: (row) => row.phone && html`<span class="customer-line" dir="ltr">${row.phone}</span>`,
      },
      {
        key: 'created',
        title: t('customers.created'),
        sortable: true,
        minor: true,
        cell: (row) => date(row.createdAt),
      },
      {
        key: 'last',
        title: t('customers.last'),
        cell: (row) =>
          row.lastAppointmentAt
            ? date(row.lastAppointmentAt)
            : html`<span class="customer-number">${t('customers.never')}</span>`,
      },
      {
        key: 'appointments',
        title: t('customers.appointments'),
        align: 'end',
        minor: true,
        cell: (row) => row.appointments,
      },
    ];
  }
}
