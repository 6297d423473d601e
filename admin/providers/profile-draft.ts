import type { Provider } from '../admin-api.js';

/** A provider's profile as its form holds it: empty texts stand for what is not known. */
export interface ProfileDraft {
  name: string;
  email: string;
  phone: string;
  locations: readonly number[];
}

export const emptyProfile = (locations: readonly number[]): ProfileDraft => ({
  name: '',
  email: '',
  phone: '',
  locations,
});

export const profileOf = ({ name, email, phone, locations }: Provider): ProfileDraft => ({
  name,
  email: email ?? '',
  phone: phone ?? '',
  locations,
});

export const isFilled = ({ name }: ProfileDraft): boolean => name.trim() !== '';

/** What the server takes: null for what is left empty. */
export const profileFields = ({ name, email, phone, locations }: ProfileDraft) => ({
  name,
  email: email.trim() || null,
  phone: phone.trim() || null,
  locations: [...locations],
});

/** The fields that differ; null when none does. */
export function profileChanges(
  provider: Provider,
  draft: ProfileDraft,
): Partial<ReturnType<typeof profileFields>> | null {
  const before = profileFields(profileOf(provider));
  const changes = Object.entries(profileFields(draft)).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name as keyof typeof before]),
  );
  return changes.length > 0 ? Object.fromEntries(changes) : null;
}
