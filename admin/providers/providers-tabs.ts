import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { style } from '../../widget/kit/styles.js';
import { useAdmin } from '../admin-context.js';
import css from './providers.css';

style(css);

/** The two halves of the page: who works here, and when nobody does. */
export function ProvidersTabs({ current }: { current: 'providers' | 'closures' }): View {
  const { t } = useAdmin().words;
  const link = (key: 'providers' | 'closures', href: string, text: string) =>
    html`<a href=${href} aria-current=${key === current ? 'page' : undefined}>${text}</a>`;
  return html`<nav class="providers-tabs" aria-label=${t('providers.views')}>
    ${link('providers', '/admin/providers', t('nav.providers'))}
    ${link('closures', '/admin/providers/closures', t('providers.closures'))}
  </nav>`;
}
