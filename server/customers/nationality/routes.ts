import type { Handlers } from '../../lib/endpoint.js';
import type { RequiredSensitive } from '../../settings/required-sensitive.js';
import { generalProfile } from '../../settings/required-sensitive.js';
import { allProfiles, profileOf } from './profiles.js';
import type { nationalityEndpoints } from './schema.js';

export interface NationalityDeps {
  /** What the business requires, where it decided otherwise than the countries. */
  required(): Promise<RequiredSensitive>;
}

export const nationalityHandlers = ({ required }: NationalityDeps): Handlers<typeof nationalityEndpoints> => ({
  'GET /nationalities': async () => {
    const decided = await required();
    const profiles = allProfiles().map(({ country }) => ({
      country,
      fields: profileOf(country, decided[country ?? generalProfile]).fields.map(
        ({ name, label, required, hint, shape, searchable }) => ({ name, label, required, hint, shape, searchable }),
      ),
    }));
    return { profiles };
  },
});
