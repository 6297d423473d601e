import { Compass, Lock } from 'lucide';
import { h } from 'preact';
import { useLocation } from 'preact-iso/router';
import { Button } from '../widget/kit/button.js';
import { Empty } from '../widget/kit/empty.js';
import type { View } from '../widget/kit/html.js';
import { useAdmin } from './admin-context.js';
import { AppointmentsPage } from './appointments/appointments-page.js';
import { CustomersPage } from './customers/customers-page.js';
import { Page } from './kit/page.js';
import { MessagesPage } from './messages/messages-page.js';
import { places } from './shell/places.js';

const views = { appointments: AppointmentsPage, customers: CustomersPage, messages: MessagesPage };

/** The page that the address names. */
export function Pages(): View {
  const { words, may } = useAdmin();
  const { path } = useLocation();
  const { t } = words;
  // `/admin` alone is the first page that the account may see.
  const place =
    path === '/admin'
      ? (places.find(({ permission }) => may(permission)) ?? places[0]!)
      : places.find((known) => known.path === path);
  if (!place) {
    const title = t('notFound.title');
    const action = h(Button, { href: '/admin', children: t('notFound.action') });
    return h(Page, { title, children: h(Empty, { icon: Compass, title, children: t('notFound.text'), action }) });
  }
  if (!may(place.permission)) {
    const title = t(place.word);
    const lock = h(Empty, { icon: Lock, title: t('forbidden.title'), children: t('forbidden.text') });
    return h(Page, { title, children: lock });
  }
  return h(views[place.name], { key: place.name });
}
