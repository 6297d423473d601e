import { h, render } from 'preact';
import type { PublicApi } from '../server/api.js';
import type { Site } from './booking/types.js';
import { createApi } from './kit/api.js';
import { adoptStyles } from './kit/styles.js';
import { ManagePage } from './manage/manage-page.js';
import type { PageWords } from './manage/page-words.js';
import { pageWords } from './manage/page-words.js';
import { NewsletterPage } from './newsletter/newsletter-page.js';

/**
 * Our own pages, `/`, `/manage/:reference` and `/unsubscribe`: gives them the name of the business, and shows the booking of a
 * manage link, or the way out of a newsletter.
 */
const api = createApi<PublicApi>('/api/v1');

async function open(): Promise<void> {
  const site = await api.call('GET /site', {}).catch(() => null);
  const words = pageWords(site);
  document.documentElement.lang = words.language;
  document.documentElement.dir = words.direction;
  dress(site, words);
  const place = document.querySelector('#manage');
  if (place) {
    adoptStyles(document);
    render(
      h(ManagePage, { api, words, reference: referenceOf(location.pathname), token: location.hash.slice(1) }),
      place,
    );
  }
  const newsletter = document.querySelector('#newsletter');
  if (newsletter) {
    adoptStyles(document);
    render(h(NewsletterPage, { api, words, business: site?.name ?? '', token: location.hash.slice(1) }), newsletter);
  }
}

/** The name, the title and the foot of a page. */
function dress(site: Site | null, { t }: PageWords): void {
  const write = (part: string, text: string) => {
    for (const element of document.querySelectorAll(`[data-page="${part}"]`)) {
      element.textContent = text;
      element.removeAttribute('hidden');
    }
  };
  write('by', t('page.by', { product: 'Bookpane' }));
  if (!site) return;
  write('business', site.name);
  if (site.address) write('address', site.address);
  look(site);
  if (site.demo) write('demo', t('page.demo'));
  const title = document.querySelector('#manage')
    ? t('manage.title')
    : document.querySelector('#newsletter') && t('news.title');
  document.title = title ? `${title} · ${site.name}` : t('page.title', { business: site.name });
}

/** The colour and the theme of the business, for everything on its own pages. */
function look({ accent, pageTheme }: Site): void {
  const { style } = document.documentElement;
  if (accent) style.setProperty('--bookpane-accent', accent);
  if (!pageTheme) return;
  style.colorScheme = pageTheme;
  for (const element of document.querySelectorAll('bookpane-booking')) element.setAttribute('theme', pageTheme);
}

const referenceOf = (path: string): string => decodeURIComponent(path.split('/')[2] ?? '').toUpperCase();

open();
