import { h } from 'preact';
import type { View } from '../../widget/kit/html.js';
import { style } from '../../widget/kit/styles.js';
import { useAdmin } from '../admin-context.js';
import { PageTabs } from '../kit/page-tabs.js';
import css from './providers.css';

style(css);

/** The two halves of the page: who works here, and when nobody does. */
export function ProvidersTabs({ current }: { current: 'providers' | 'closures' }): View {
  const { t } = useAdmin().words;
  const pages = [
    { key: 'providers', path: '/admin/providers', title: t('nav.providers') },
    { key: 'closures', path: '/admin/providers/closures', title: t('providers.closures') },
  ];
  return h(PageTabs, { label: t('providers.views'), pages, current });
}
