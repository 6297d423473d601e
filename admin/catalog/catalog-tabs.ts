import { h } from 'preact';
import type { View } from '../../widget/kit/html.js';
import { style } from '../../widget/kit/styles.js';
import { useAdmin } from '../admin-context.js';
import { PageTabs } from '../kit/page-tabs.js';
import css from './catalog.css';
import formCss from './catalog-form.css';

style(css);
style(formCss);

/** The pages of the catalog, each with an address of its own. */
export function CatalogTabs({ current }: { current: 'services' | 'extras' | 'locations' }): View {
  const { t } = useAdmin().words;
  const pages = [
    { key: 'services', path: '/admin/catalog', title: t('catalog.services') },
    { key: 'extras', path: '/admin/catalog/extras', title: t('catalog.extras') },
    { key: 'locations', path: '/admin/catalog/locations', title: t('catalog.locations') },
  ];
  return h(PageTabs, { label: t('catalog.views'), pages, current });
}
