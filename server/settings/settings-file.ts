import { differences } from './settings-change.js';
import type { SettingName, Settings } from './values.js';
import { settingValues } from './values.js';

/*
 * Settings as a file: taken out of one installation and put into another. Nothing in them is a secret; keys and passwords lie in the
 * environment.
 */

/** What tells such a file from any other. */
export const fileKind = 'bookpane-settings';

/** What belongs to an installation rather than to the business's decisions. */
const notOnTravels: readonly SettingName[] = ['demo', 'launchHidden', 'requirePhone'];

const travelling = (Object.keys(settingValues) as SettingName[]).filter((name) => !notOnTravels.includes(name));

export const settingsForFile = (settings: Settings): Partial<Settings> =>
  Object.fromEntries(travelling.map((name) => [name, settings[name]])) as Partial<Settings>;

export interface FileReading {
  /** All settings as they would be. */
  after: Settings;
  /** What would change, by name. */
  differences: Record<string, { from: unknown; to: unknown }>;
  /** Names that this version doesn't know. */
  unknown: string[];
  /** Values that can't be, each with why. */
  faults: { name: string; message: string }[];
}

/** What a file would make of the settings. Nothing is taken over of a value that can't be. */
export function readFile(before: Settings, given: Readonly<Record<string, unknown>>): FileReading {
  const after: Record<string, unknown> = { ...before };
  const faults: FileReading['faults'] = [];
  const unknown: string[] = [];
  for (const [name, value] of Object.entries(given)) {
    const known = travelling.find((each) => each === name);
    if (!known) {
      unknown.push(name.slice(0, 60));
      continue;
    }
    const parsed = settingValues[known].schema.safeParse(value);
    if (parsed.success) after[known] = parsed.data;
    else faults.push({ name: known, message: parsed.error.issues[0]?.message ?? 'is not valid' });
  }
  const found = after as Settings;
  return { after: found, differences: differences(before, found), unknown, faults };
}
