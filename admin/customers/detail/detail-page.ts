import { UserX } from 'lucide';
import { h } from 'preact';
import { useLocation } from 'preact-iso/router';
import { ApiError } from '../../../widget/kit/api.js';
import { Button } from '../../../widget/kit/button.js';
import { Empty } from '../../../widget/kit/empty.js';
import type { View } from '../../../widget/kit/html.js';
import { html } from '../../../widget/kit/html.js';
import { Skeleton } from '../../../widget/kit/skeleton.js';
import { style } from '../../../widget/kit/styles.js';
import { useAdmin } from '../../admin-context.js';
import { addressWith } from '../../kit/address.js';
import { useLoad } from '../../kit/load.js';
import { Page } from '../../kit/page.js';
import { Problem } from '../../kit/problem.js';
import { Tabs } from '../../kit/tabs.js';
import type { Params } from '../../routes.js';
import { NotesTab } from '../notes/notes-tab.js';
import { Portrait } from '../picture/portrait.js';
import { InformationTab } from '../record/information-tab.js';
import { ActivityTab } from './activity-tab.js';
import css from './detail-page.css';
import type { CustomerRecord, Overview } from './detail-types.js';
import { OptionsMenu } from './options-menu.js';
import { RecordStatus } from './record-status.js';
import { Sidebar } from './sidebar.js';
import { SummariesTab } from './summaries-tab.js';
import { DetailToolbar } from './toolbar.js';

style(css);

const tabKeys = ['information', 'summaries', 'notes', 'activity'] as const;
type TabKey = (typeof tabKeys)[number];
const readTab = (text: string | undefined): TabKey => tabKeys.find((key) => key === text) ?? 'information';

/** One customer: what is known, what was booked, what staff noted, what happened (FEATURES A062 to A068). */
export function CustomerPage({ params }: { params: Params }): View {
  const { api, words } = useAdmin();
  const { t } = words;
  const number = params['number'] ?? '';
  const load = useLoad(`customer ${number}`, async (signal) => {
    const [record, overview] = await Promise.all([
      api.call('GET /customers/:number', { params: { number }, signal }),
      api.call('GET /customers/:number/overview', { params: { number }, signal }),
    ]);
    return { record, overview };
  });
  if (load.data) return h(Detail, { ...load.data, reload: load.reload });
  const title = t('customer.title', { number });
  const { error } = load;
  // An address with anything but digits for a number is refused as such: nobody has that number either.
  if (error instanceof ApiError && (error.status === 404 || error.status === 422)) {
    const action = h(Button, { href: '/admin/customers', children: t('customer.toList') });
    const text = t('customer.noneText');
    return h(Page, { title, children: h(Empty, { icon: UserX, title: t('customer.none'), children: text, action }) });
  }
  return h(Page, {
    title,
    children:
      error === undefined
        ? h(Skeleton, { rows: 8, height: 48, label: t('common.loading') })
        : h(Problem, { error, onRetry: load.reload }),
  });
}

interface DetailProps {
  record: CustomerRecord;
  overview: Overview;
  reload: () => void;
}

function Detail({ record, overview, reload }: DetailProps): View {
  const { words, may } = useAdmin();
  const { t } = words;
  const { path, query, route } = useLocation();
  const tab = readTab(query['tab']);
  const readOnly = record.status !== 'active' || !may('customers.edit');
  const to = (key: TabKey) => addressWith(path, {}, { tab: key === 'information' ? null : key });
  const panels: Record<TabKey, () => View> = {
    information: () => h(InformationTab, { record, onSaved: reload, readOnly }),
    summaries: () => h(SummariesTab, { number: record.number, overview }),
    notes: () => h(NotesTab, { number: record.number, readOnly, onChanged: reload }),
    activity: () => h(ActivityTab, { number: record.number, onUndone: reload }),
  };
  return h(Page, {
    title: record.name,
    aside: t('customer.number', { number: String(record.number) }),
    lead: h(Portrait, { picture: record.picture, size: 48 }),
    actions: [h(DetailToolbar, { record }), h(OptionsMenu, { record, onChanged: reload })],
    children: html`
      ${h(RecordStatus, { record, onChanged: reload })}
      <div class="customer-detail">
        ${h(Sidebar, { record, overview, addressOf: to, onChanged: reload })}
        ${h(Tabs<TabKey>, {
          label: t('customer.tabs', { name: record.name }),
          current: tab,
          // The same place in the history: going back leaves the customer.
          onTab: (key) => route(to(key), true),
          tabs: [
            { key: 'information', title: t('customer.information') },
            { key: 'summaries', title: t('customer.summaries'), count: overview.openRequests + overview.coming },
            { key: 'notes', title: t('notes.title'), count: overview.notes },
            { key: 'activity', title: t('activity.title') },
          ],
          children: panels[tab](),
        })}
      </div>
    `,
  });
}
