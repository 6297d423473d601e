import { Archive, ArchiveRestore, CircleCheck, Trash2, UserX } from 'lucide';
import { h } from 'preact';
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { ApiError } from '../../widget/kit/api.js';
import { Badge } from '../../widget/kit/badge.js';
import { Button } from '../../widget/kit/button.js';
import { Empty } from '../../widget/kit/empty.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { Notice } from '../../widget/kit/notice.js';
import { Skeleton } from '../../widget/kit/skeleton.js';
import { style } from '../../widget/kit/styles.js';
import { useAdmin } from '../admin-context.js';
import { Portrait } from '../customers/picture/portrait.js';
import { addressWith } from '../kit/address.js';
import { useLoad } from '../kit/load.js';
import { Menu } from '../kit/menu.js';
import { Page } from '../kit/page.js';
import { Problem } from '../kit/problem.js';
import { ReasonButton } from '../kit/reason-button.js';
import { Tabs } from '../kit/tabs.js';
import type { Params } from '../routes.js';
import { CalendarTab } from './calendar-tab.js';
import { DeleteProvider } from './delete-provider.js';
import { HoursTab } from './hours-tab.js';
import { ProfileTab } from './profile-tab.js';
import type { ProviderTabProps } from './provider-tab.js';
import css from './providers.css';
import { ServicesTab } from './services-tab.js';
import { TimeOffTab } from './time-off-tab.js';
import { useArchiving } from './use-archiving.js';

style(css);

const tabKeys = ['profile', 'services', 'hours', 'timeOff', 'calendar'] as const;
type TabKey = (typeof tabKeys)[number];
const readTab = (text: string | undefined): TabKey => tabKeys.find((key) => key === text) ?? 'profile';
const panels: Record<TabKey, (props: ProviderTabProps) => View> = {
  profile: ProfileTab,
  services: ServicesTab,
  hours: HoursTab,
  timeOff: TimeOffTab,
  calendar: CalendarTab,
};

/** One provider: who, what, when, and when not. */
export function ProviderPage({ params }: { params: Params }): View {
  const { api, words } = useAdmin();
  const { t } = words;
  const id = params['id'] ?? '';
  const load = useLoad(`provider ${id}`, async (signal) => {
    const [provider, locations, services] = await Promise.all([
      api.call('GET /providers/:id', { params: { id }, signal }),
      api.call('GET /locations', { signal }),
      api.call('GET /services', { signal }),
    ]);
    return { provider, locations: locations.items, services: services.items };
  });
  if (load.data) return h(Detail, { ...load.data, onChanged: load.reload });
  const title = t('nav.providers');
  const { error } = load;
  if (error instanceof ApiError && (error.status === 404 || error.status === 422)) {
    const action = h(Button, { href: '/admin/providers', children: t('providers.toList') });
    const text = t('providers.goneText');
    return h(Page, { title, children: h(Empty, { icon: UserX, title: t('providers.gone'), children: text, action }) });
  }
  return h(Page, {
    title,
    children:
      error === undefined
        ? h(Skeleton, { rows: 8, height: 48, label: t('common.loading') })
        : h(Problem, { error, onRetry: load.reload }),
  });
}

type DetailProps = Omit<ProviderTabProps, 'readOnly'>;

function Detail(props: DetailProps): View {
  const { provider, onChanged } = props;
  const { words, may } = useAdmin();
  const { t } = words;
  const { path, query, route } = useLocation();
  const [deleting, setDeleting] = useState(false);
  const archiving = useArchiving(provider, onChanged);
  const tab = readTab(query['tab']);
  const isActive = provider.status === 'active';
  const reason = may('providers.edit') ? null : t('providers.mayNot');
  return h(Page, {
    title: provider.name,
    lead: h(Portrait, { picture: provider.picture, size: 48 }),
    actions: html`
      ${h(Badge, {
        meaning: isActive ? 'good' : 'neutral',
        icon: isActive ? CircleCheck : Archive,
        children: t(`providers.status.${provider.status}`),
      })}
      ${h(ReasonButton, {
        icon: isActive ? Archive : ArchiveRestore,
        reason,
        onPress: archiving.run,
        children: t(isActive ? 'providers.archive' : 'providers.restore'),
      })}
      ${
        reason === null &&
        h(Menu, {
          label: t('providers.more', { name: provider.name }),
          items: [{ title: t('providers.delete'), icon: Trash2, danger: true, onPress: () => setDeleting(true) }],
        })
      }
    `,
    children: html`
      ${!isActive && h(Notice, { children: t('providers.archivedText') })}
      ${h(Tabs<TabKey>, {
        label: t('providers.tabs', { name: provider.name }),
        current: tab,
        onTab: (key) => route(addressWith(path, {}, { tab: key === 'profile' ? null : key }), true),
        tabs: [
          { key: 'profile', title: t('providers.profile') },
          { key: 'services', title: t('providers.services'), count: provider.services.length },
          { key: 'hours', title: t('providers.hours') },
          { key: 'timeOff', title: t('providers.timeOff') },
          { key: 'calendar', title: t('providers.calendarLink') },
        ],
        children: h(panels[tab], { ...props, key: `${provider.id} ${tab}`, readOnly: reason !== null }),
      })}
      ${archiving.drawer}
      ${h(DeleteProvider, { provider, open: deleting, onClose: () => setDeleting(false) })}
    `,
  });
}
