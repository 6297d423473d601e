import type { AdminApi } from '../../server/api.js';

type AdminSettings = AdminApi['GET /settings']['answer'];
type SettingsChange = AdminApi['PATCH /settings']['body'];

/** The settings as the page edits them. */
export interface SettingsDraft {
  /** As typed. */
  pageSize: string;
  /** '' for none. */
  defaultNationality: string;
  customerFields: AdminSettings['customerFields'];
  requiredSensitive: AdminSettings['requiredSensitive'];
  birthdayGreeting: boolean;
  birthdayHour: number;
}

export const draftOf = (settings: AdminSettings): SettingsDraft => ({
  pageSize: String(settings.pageSize),
  defaultNationality: settings.defaultNationality ?? '',
  customerFields: settings.customerFields,
  requiredSensitive: settings.requiredSensitive,
  birthdayGreeting: settings.birthdayGreeting,
  birthdayHour: settings.birthdayHour,
});

export const isPageSize = (text: string): boolean =>
  /^\d{1,3}$/.test(text.trim()) && Number(text) >= 10 && Number(text) <= 200;

const same = (left: unknown, right: unknown): boolean => JSON.stringify(left) === JSON.stringify(right);

/** Only what differs goes to the server, so that two who change different things keep both. */
export function changesOf(before: AdminSettings, draft: SettingsDraft): SettingsChange {
  const was = draftOf(before);
  const changes: SettingsChange = {};
  if (draft.pageSize !== was.pageSize) changes.pageSize = Number(draft.pageSize);
  if (draft.defaultNationality !== was.defaultNationality)
    changes.defaultNationality = draft.defaultNationality || null;
  if (draft.birthdayGreeting !== was.birthdayGreeting) changes.birthdayGreeting = draft.birthdayGreeting;
  if (draft.birthdayHour !== was.birthdayHour) changes.birthdayHour = draft.birthdayHour;
  const fields = Object.entries(draft.customerFields).filter(
    ([name, uses]) => !same(uses, was.customerFields[name as keyof typeof was.customerFields]),
  );
  if (fields.length > 0) changes.customerFields = Object.fromEntries(fields);
  const required = Object.entries(draft.requiredSensitive).filter(
    ([profile, names]) => !same(names, was.requiredSensitive[profile] ?? {}),
  );
  if (required.length > 0) changes.requiredSensitive = Object.fromEntries(required);
  return changes;
}
