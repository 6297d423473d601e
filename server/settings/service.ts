import type { z } from 'zod';
import type { Db, Tx } from '../db/connect.js';
import type { Clock } from '../lib/clock.js';
import { AppError } from '../lib/errors.js';
import { sha256 } from '../lib/ids.js';
import { storedSettings, storeSetting } from './queries.js';
import type { site } from './schema.js';
import type { SettingName, Settings } from './values.js';
import { settingValues } from './values.js';

export type Site = z.output<typeof site>;

export interface SettingsDeps {
  db: Db;
  clock: Clock;
}

/** How long another server process may go on with what it read, in milliseconds. */
const keptFor = 3000;

/** What the business decided about itself. */
export function createSettings({ db, clock }: SettingsDeps) {
  let kept: { at: number; settings: Promise<Settings> } | null = null;

  /** All settings; each without a stored value (or with one that this version can't read) is what it is initially. */
  async function all(): Promise<Settings> {
    const age = kept ? clock.now() - kept.at : -1;
    if (kept && age >= 0 && age < keptFor) return kept.settings;
    const reading = read();
    kept = { at: clock.now(), settings: reading };
    // What failed must not be remembered as an answer.
    reading.catch(() => {
      kept = null;
    });
    return reading;
  }

  async function read(): Promise<Settings> {
    const stored = await storedSettings(db);
    const found: Record<string, unknown> = {};
    for (const [name, { schema, initial }] of Object.entries(settingValues)) {
      const text = stored.get(name);
      const parsed = text === undefined ? null : schema.safeParse(JSON.parse(text));
      found[name] = parsed?.success ? parsed.data : initial;
    }
    return found as Settings;
  }

  return {
    all,

    /** The business as every page needs to know it. */
    async site(): Promise<Site> {
      const { name, language, currency, weekStart, country, requirePhone, termsText, demo } = await all();
      const termsVersion = sha256(termsText).slice(0, 12);
      return { name, language, currency, weekStart, country, requirePhone, termsText, termsVersion, demo };
    },

    /** Sets one value. Other processes see it within seconds, this one with the next read. */
    async write<Name extends SettingName>(tx: Tx, name: Name, value: Settings[Name]): Promise<void> {
      const checked = settingValues[name].schema.safeParse(value);
      if (!checked.success)
        throw new AppError('invalid_request', `${name} ${checked.error.issues[0]?.message}`, { field: name });
      await storeSetting(tx, name, JSON.stringify(checked.data));
      kept = null;
    },
  };
}

export type SettingsService = ReturnType<typeof createSettings>;
