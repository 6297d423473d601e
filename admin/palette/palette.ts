import { CalendarDays, UserRound } from 'lucide';
import { h } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { formatDay, formatTime } from '../../widget/kit/dates.js';
import { Dialog } from '../../widget/kit/dialog.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { Icon } from '../../widget/kit/icon.js';
import { style } from '../../widget/kit/styles.js';
import { useAdmin } from '../admin-context.js';
import { useLoad } from '../kit/load.js';
import { useLiveText } from '../kit/use-live-text.js';
import type { Entry, EntryGroup } from './entries.js';
import { knownEntries } from './entries.js';
import css from './palette.css';

style(css);

const most = '6';

export interface PaletteProps {
  open: boolean;
  onClose: () => void;
}

/** Pages, actions, customers and appointments by what they are called: type, arrow, Enter. */
export function Palette({ open, onClose }: PaletteProps): View {
  const { t } = useAdmin().words;
  return h(Dialog, {
    open,
    title: t('palette.open'),
    closeLabel: t('common.close'),
    onClose,
    children: open && h(Inside, { onClose }),
  });
}

function Inside({ onClose }: { onClose: () => void }): View {
  const admin = useAdmin();
  const { t } = admin.words;
  const { route } = useLocation();
  const [text, setText] = useState('');
  const [typed, setTyped] = useLiveText(text, setText);
  const [at, setAt] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const groups = [...knownEntries(admin, typed), ...useFound(text)].filter(({ entries }) => entries.length > 0);
  const all = groups.flatMap(({ entries }) => entries);
  const chosen = Math.min(at, all.length - 1);
  useEffect(() => setAt(0), [typed]);
  useEffect(() => input.current?.focus(), []);
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen, text]);

  const take = (entry: Entry | undefined) => {
    if (!entry) return;
    onClose();
    if (typeof entry.go === 'string') route(entry.go);
    else entry.go();
  };
  const onKey = (event: KeyboardEvent): void => {
    const moves: Record<string, number> = { ArrowDown: chosen + 1, ArrowUp: chosen - 1, Home: 0, End: all.length - 1 };
    const to = moves[event.key];
    if (event.key === 'Enter') take(all[chosen]);
    else if (to !== undefined && all.length > 0) setAt((to + all.length) % all.length);
    else return;
    event.preventDefault();
  };
  let index = -1;
  return html`<div class="palette">
    <input ref=${input} type="text" role="combobox" aria-expanded="true" aria-controls="palette-list" aria-autocomplete="list"
      aria-activedescendant=${all.length > 0 ? `palette-${chosen}` : undefined}
      aria-label=${t('palette.label')} placeholder=${t('palette.hint')} autocomplete="off" spellcheck=${false} maxlength="100"
      value=${typed} onInput=${(event: Event) => setTyped((event.currentTarget as HTMLInputElement).value)} onKeyDown=${onKey} />
    <div ref=${list} class="palette-list" id="palette-list" role="listbox" aria-label=${t('palette.label')}>
      ${groups.map(
        (
          group,
        ) => html`<div role="group" aria-label=${group.title} key=${group.title}><p aria-hidden="true">${group.title}</p>
          ${group.entries.map((entry) => {
            index += 1;
            const own = index;
            return html`<div key=${entry.key} id=${`palette-${own}`} role="option" aria-selected=${own === chosen ? 'true' : 'false'}
              onMouseMove=${() => setAt(own)} onClick=${() => take(entry)}>
              ${h(Icon, { icon: entry.icon, size: 16 })}<span>${entry.title}</span>${entry.detail && html`<small>${entry.detail}</small>`}
            </div>`;
          })}</div>`,
      )}
    </div>
    <p class=${all.length === 0 ? 'palette-none' : 'hidden-text'} role="status">${all.length === 0 ? t('palette.nothing') : t('palette.count', { count: all.length })}</p>
  </div>`;
}

/** Customers and appointments whom the text means; nothing until something is typed. */
function useFound(text: string): EntryGroup[] {
  const { api, words, may } = useAdmin();
  const { t, language } = words;
  const found = useLoad(`palette ${text}`, async (signal) => {
    if (text.length < 2) return { customers: [], appointments: [] };
    const [customers, appointments] = await Promise.all([
      may('customers.view') ? api.call('GET /customers', { query: { q: text, pageSize: most }, signal }) : null,
      may('appointments.view')
        ? api.call('GET /appointments', { query: { q: text, sort: '-start', status: 'all', pageSize: most }, signal })
        : null,
    ]);
    return { customers: customers?.items ?? [], appointments: appointments?.items ?? [] };
  });
  if (!found.data || found.outdated) return [];
  const { customers, appointments } = found.data;
  return [
    {
      title: t('palette.customers'),
      entries: customers.map(({ number, name, email, phone }) => ({
        key: `customer ${number}`,
        icon: UserRound,
        title: name,
        detail: email ?? phone ?? `#${number}`,
        go: `/admin/customers/${number}`,
      })),
    },
    {
      title: t('palette.appointments'),
      entries: appointments.map(({ id, start, service, location, bookings }) => ({
        key: `appointment ${id}`,
        icon: CalendarDays,
        title: `${bookings[0]?.customer.name ?? ''} · ${service.name}`,
        detail: `${formatDay(language, start, 'numeric', location.timeZone)}, ${formatTime(language, start, location.timeZone)}`,
        go: `/admin/appointments?q=${encodeURIComponent(text)}&open=${id}`,
      })),
    },
  ];
}
