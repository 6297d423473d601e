import type { Handlers } from '../lib/endpoint.js';
import { formatInstant } from '../lib/time-zone.js';
import type { Locked } from './environment.js';
import type { settingsAdminEndpoints, siteEndpoints } from './schema.js';
import type { SettingsService } from './service.js';
import { fileKind, readFile, settingsForFile } from './settings-file.js';
import type { TermsVersion } from './terms.js';

export interface SiteRouteDeps {
  settings: Pick<SettingsService, 'site'>;
}

export const siteHandlers = ({ settings }: SiteRouteDeps): Handlers<typeof siteEndpoints> => ({
  'GET /site': () => settings.site(),
});

export interface SettingsRouteDeps {
  settings: Pick<SettingsService, 'all' | 'forAdmin' | 'change' | 'takeOver' | 'terms' | 'termsOf'>;
  environment: Locked[];
}

export const settingsAdminHandlers = ({
  settings,
  environment,
}: SettingsRouteDeps): Handlers<typeof settingsAdminEndpoints> => ({
  'GET /settings': () => settings.forAdmin(),
  'PATCH /settings': ({ actor, body }) => settings.change(actor, body),
  'GET /settings/terms': async () => {
    const { current, items } = await settings.terms();
    return { current, items: items.map(onTheWire) };
  },
  'GET /terms/:version': async ({ params }) => onTheWire(await settings.termsOf(params.version)),
  'GET /settings/environment': async () => ({ items: environment }),
  'GET /settings/file': async () => ({ kind: fileKind, settings: settingsForFile(await settings.all()) }),
  'POST /settings/file/comparison': async ({ body }) => {
    const { differences, unknown, faults } = readFile(await settings.all(), body.settings);
    return {
      differences: Object.entries(differences).map(([name, { from, to }]) => ({ name, from, to })),
      unknown,
      faults,
    };
  },
  'PUT /settings/file': ({ actor, body }) => settings.takeOver(actor, body.settings),
});

const onTheWire = ({ version, text, createdAt }: TermsVersion) => ({
  version,
  text,
  createdAt: createdAt === 0 ? null : formatInstant(createdAt),
});
