import type { View } from '../widget/kit/html.js';
import type { Permission } from './admin-api.js';
import type { WordKey } from './admin-words.js';
import type { HelpName } from './help/contents.js';

export type Params = Readonly<Record<string, string>>;
export type PageView = (props: { params: Params }) => View;

export interface Route {
  /** `/admin/customers/:number`; a parameter is one piece of the path. */
  path: string;
  /** null: everybody who is signed in. */
  permission: Permission | null;
  /** What the page is called where it may not be seen. */
  word: WordKey & `nav.${string}`;
  /** Its page of the help (admin/help/contents.ts). */
  help?: HelpName;
  /** Pages are fetched when they are first looked at. */
  load: () => Promise<PageView>;
}

/** Every page of the admin. The first that an account may see is what `/admin` shows. */
export const routes: readonly Route[] = [
  {
    path: '/admin/dashboard',
    permission: 'appointments.view',
    word: 'nav.dashboard',
    help: 'dashboard',
    load: async () => (await import('./dashboard/dashboard-page.js')).DashboardPage,
  },
  {
    path: '/admin/calendar',
    permission: 'appointments.view',
    word: 'nav.calendar',
    help: 'calendar',
    load: async () => (await import('./calendar/calendar-page.js')).CalendarPage,
  },
  {
    path: '/admin/why',
    permission: 'appointments.view',
    word: 'nav.why',
    help: 'calendar',
    load: async () => (await import('./why/why-page.js')).WhyPage,
  },
  {
    path: '/admin/appointments',
    permission: 'appointments.view',
    word: 'nav.appointments',
    help: 'appointments',
    load: async () => (await import('./appointments/appointments-page.js')).AppointmentsPage,
  },
  {
    path: '/admin/appointments/new',
    permission: 'appointments.edit',
    word: 'nav.appointments',
    help: 'appointments',
    load: async () => (await import('./appointments/create/create-page.js')).CreateAppointmentPage,
  },
  {
    path: '/admin/customers',
    permission: 'customers.view',
    word: 'nav.customers',
    help: 'customers',
    load: async () => (await import('./customers/list/customers-page.js')).CustomersPage,
  },
  {
    path: '/admin/customers/duplicates',
    permission: 'customers.merge',
    word: 'nav.duplicates',
    help: 'duplicates',
    load: async () => (await import('./customers/duplicates/duplicates-page.js')).DuplicatesPage,
  },
  {
    path: '/admin/customers/merge/:kept/:gone',
    permission: 'customers.merge',
    word: 'nav.duplicates',
    help: 'duplicates',
    load: async () => (await import('./customers/duplicates/merge-page.js')).MergePage,
  },
  {
    path: '/admin/customers/import',
    permission: 'customers.import',
    word: 'nav.import',
    help: 'import',
    load: async () => (await import('./customers/import/import-page.js')).ImportPage,
  },
  {
    path: '/admin/customers/import/:id',
    permission: 'customers.import',
    word: 'nav.import',
    help: 'import',
    load: async () => (await import('./customers/import/import-page.js')).ImportPage,
  },
  {
    path: '/admin/customers/:number',
    permission: 'customers.view',
    word: 'nav.customers',
    help: 'customer',
    load: async () => (await import('./customers/detail/detail-page.js')).CustomerPage,
  },
  {
    path: '/admin/catalog',
    permission: 'catalog.view',
    word: 'nav.catalog',
    help: 'catalog',
    load: async () => (await import('./catalog/catalog-page.js')).CatalogPage,
  },
  {
    path: '/admin/catalog/extras',
    permission: 'catalog.view',
    word: 'nav.catalog',
    help: 'catalog',
    load: async () => (await import('./catalog/extras-page.js')).ExtrasPage,
  },
  {
    path: '/admin/catalog/locations',
    permission: 'catalog.view',
    word: 'nav.catalog',
    help: 'catalog',
    load: async () => (await import('./catalog/locations-page.js')).LocationsPage,
  },
  {
    path: '/admin/providers',
    permission: 'providers.view',
    word: 'nav.providers',
    help: 'providers',
    load: async () => (await import('./providers/providers-page.js')).ProvidersPage,
  },
  {
    path: '/admin/providers/closures',
    permission: 'providers.view',
    word: 'nav.providers',
    help: 'providers',
    load: async () => (await import('./providers/closures-page.js')).ClosuresPage,
  },
  {
    path: '/admin/providers/:id',
    permission: 'providers.view',
    word: 'nav.providers',
    help: 'providers',
    load: async () => (await import('./providers/provider-page.js')).ProviderPage,
  },
  {
    path: '/admin/invoices',
    permission: 'invoices.view',
    word: 'nav.invoices',
    help: 'invoices',
    load: async () => (await import('./invoices/invoices-page.js')).InvoicesPage,
  },
  {
    path: '/admin/invoices/:id',
    permission: 'invoices.view',
    word: 'nav.invoices',
    help: 'invoices',
    load: async () => (await import('./invoices/invoice-page.js')).InvoicePage,
  },
  {
    path: '/admin/messages',
    permission: 'messages.view',
    word: 'nav.messages',
    help: 'messages',
    load: async () => (await import('./messages/messages-page.js')).MessagesPage,
  },
  {
    path: '/admin/team',
    permission: 'accounts.view',
    word: 'nav.team',
    help: 'team',
    load: async () => (await import('./team/team-page.js')).TeamPage,
  },
  {
    path: '/admin/team/roles',
    permission: 'accounts.view',
    word: 'nav.team',
    help: 'team',
    load: async () => (await import('./team/roles-page.js')).RolesPage,
  },
  {
    path: '/admin/account',
    permission: null,
    word: 'nav.account',
    help: 'team',
    load: async () => (await import('./team/account-page.js')).AccountPage,
  },
  {
    path: '/admin/settings',
    permission: 'settings.edit',
    word: 'nav.settings',
    help: 'settings',
    load: async () => (await import('./settings/settings-index.js')).SettingsIndex,
  },
  {
    path: '/admin/settings/business',
    permission: 'settings.edit',
    word: 'nav.settings',
    help: 'settings',
    load: async () => (await import('./settings/business-page.js')).BusinessPage,
  },
  {
    path: '/admin/settings/booking',
    permission: 'settings.edit',
    word: 'nav.settings',
    help: 'settings',
    load: async () => (await import('./settings/booking-page.js')).BookingRulesPage,
  },
  {
    path: '/admin/settings/terms',
    permission: 'settings.edit',
    word: 'nav.settings',
    help: 'settings',
    load: async () => (await import('./settings/terms-page.js')).TermsPage,
  },
  {
    path: '/admin/settings/look',
    permission: 'settings.edit',
    word: 'nav.settings',
    help: 'settings',
    load: async () => (await import('./settings/look-page.js')).LookPage,
  },
  {
    path: '/admin/settings/sites',
    permission: 'settings.edit',
    word: 'nav.settings',
    help: 'settings',
    load: async () => (await import('./settings/sites-page.js')).SitesPage,
  },
  {
    path: '/admin/settings/fields',
    permission: 'settings.edit',
    word: 'nav.settings',
    help: 'settings',
    load: async () => (await import('./settings/fields-page.js')).FieldsPage,
  },
  {
    path: '/admin/settings/general',
    permission: 'settings.edit',
    word: 'nav.settings',
    help: 'settings',
    load: async () => (await import('./settings/general-page.js')).GeneralPage,
  },
  {
    path: '/admin/settings/transfer',
    permission: 'settings.edit',
    word: 'nav.settings',
    help: 'settings',
    load: async () => (await import('./settings/transfer-page.js')).TransferPage,
  },
  {
    path: '/admin/settings/environment',
    permission: 'settings.edit',
    word: 'nav.settings',
    help: 'settings',
    load: async () => (await import('./settings/environment-page.js')).EnvironmentPage,
  },
  {
    path: '/admin/settings/invoices',
    permission: 'settings.edit',
    word: 'nav.settings',
    help: 'invoices',
    load: async () => (await import('./settings/invoices/invoice-settings-page.js')).InvoiceSettingsPage,
  },
  {
    path: '/admin/help',
    permission: null,
    word: 'nav.help',
    help: 'start',
    load: async () => (await import('./help/help-page.js')).HelpPage,
  },
  {
    path: '/admin/help/:page',
    permission: null,
    word: 'nav.help',
    help: 'start',
    load: async () => (await import('./help/help-page.js')).HelpPage,
  },
];

/** The route of a path with its parameters, or undefined. Routes without parameters come before those with. */
export function routeOf(path: string): { route: Route; params: Params } | undefined {
  const pieces = path.split('/');
  for (const route of routes) {
    const pattern = route.path.split('/');
    if (pattern.length !== pieces.length) continue;
    const params: Record<string, string> = {};
    const fits = pattern.every((piece, index) => {
      const given = pieces[index] ?? '';
      if (!piece.startsWith(':')) return piece === given;
      params[piece.slice(1)] = given;
      return /^[A-Za-z0-9_-]+$/.test(given);
    });
    if (fits) return { route, params };
  }
  return undefined;
}
