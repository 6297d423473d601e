import { Compass, Lock } from 'lucide';
import { h } from 'preact';
import { useLocation } from 'preact-iso/router';
import { Button } from '../widget/kit/button.js';
import { Empty } from '../widget/kit/empty.js';
import type { View } from '../widget/kit/html.js';
import { useAdmin } from './admin-context.js';
import { HelpContext } from './kit/help-context.js';
import { LazyPage } from './kit/lazy-page.js';
import { Page } from './kit/page.js';
import type { Route } from './routes.js';
import { routeOf, routes } from './routes.js';

/** The page that the address names. */
export function Pages(): View {
  const { words, may } = useAdmin();
  const { path } = useLocation();
  const { t } = words;
  const isAllowed = ({ permission }: Route): boolean => permission === null || may(permission);
  // `/admin` alone is the first page that the account may see.
  const found =
    path === '/admin' ? { route: routes.find(isAllowed) ?? (routes[0] as Route), params: {} } : routeOf(path);
  if (!found) {
    const title = t('notFound.title');
    const action = h(Button, { href: '/admin', children: t('notFound.action') });
    return h(Page, { title, children: h(Empty, { icon: Compass, title, children: t('notFound.text'), action }) });
  }
  const { route, params } = found;
  if (!isAllowed(route)) {
    const title = t(route.word);
    const lock = h(Empty, { icon: Lock, title: t('forbidden.title'), children: t('forbidden.text') });
    return h(Page, { title, children: lock });
  }
  // Another customer is another page: nothing of the one before stays in it.
  const page = h(LazyPage, { key: `${route.path} ${Object.values(params).join(' ')}`, load: route.load, params });
  return h(HelpContext.Provider, { value: route.help ?? null, children: page });
}
