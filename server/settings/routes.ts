import type { Handlers } from '../lib/endpoint.js';
import type { siteEndpoints } from './schema.js';
import type { SettingsService } from './service.js';

export interface SiteRouteDeps {
  settings: Pick<SettingsService, 'site'>;
}

export const siteHandlers = ({ settings }: SiteRouteDeps): Handlers<typeof siteEndpoints> => ({
  'GET /site': () => settings.site(),
});
