import type { Handlers } from '../lib/endpoint.js';
import type { settingsAdminEndpoints, siteEndpoints } from './schema.js';
import type { SettingsService } from './service.js';

export interface SiteRouteDeps {
  settings: Pick<SettingsService, 'site'>;
}

export const siteHandlers = ({ settings }: SiteRouteDeps): Handlers<typeof siteEndpoints> => ({
  'GET /site': () => settings.site(),
});

export interface SettingsRouteDeps {
  settings: Pick<SettingsService, 'forAdmin' | 'change'>;
}

export const settingsAdminHandlers = ({ settings }: SettingsRouteDeps): Handlers<typeof settingsAdminEndpoints> => ({
  'GET /settings': () => settings.forAdmin(),
  'PATCH /settings': ({ actor, body }) => settings.change(actor, body),
});
