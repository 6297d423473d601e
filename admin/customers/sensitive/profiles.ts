import type { AdminApi } from '../../../server/api.js';
import { useAdmin } from '../../admin-context.js';
import type { AdminWords, WordKey } from '../../admin-words.js';
import type { Loaded } from '../../kit/load.js';
import { useLoad } from '../../kit/load.js';

export type Profiles = AdminApi['GET /nationalities']['answer']['profiles'];
export type ProfileField = Profiles[number]['fields'][number];

/** The profiles of all nationalities, as the settings have them now. */
export function useProfiles(): Loaded<{ profiles: Profiles }> {
  const { api } = useAdmin();
  return useLoad('nationalities', (signal) => api.call('GET /nationalities', { signal }));
}

/** The fields of a nationality; the general ones for those that have none of their own. */
export const fieldsOf = (profiles: Profiles, nationality: string | null): ProfileField[] =>
  (profiles.find(({ country }) => country === nationality) ?? profiles.find(({ country }) => country === null))
    ?.fields ?? [];

/** Fields whose names differ from language to language; the others are called the same everywhere. */
const translated: Record<string, WordKey> = {
  ssn: 'sensitive.field.ssn',
  mothersMaidenName: 'sensitive.field.mothersMaidenName',
  passportOrId: 'sensitive.field.passportOrId',
  nino: 'sensitive.field.nino',
  nhsNumber: 'sensitive.field.nhsNumber',
  dniNie: 'sensitive.field.dniNie',
  cuit: 'sensitive.field.cuit',
};

/** What a field is called here; `label` is the server's name for it. */
export function fieldLabel({ t }: AdminWords, name: string, label: string): string {
  const key = translated[name];
  return key ? t(key as 'sensitive.field.ssn') : label;
}
