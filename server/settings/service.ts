import type { z } from 'zod';
import type { RecordAudit } from '../audit/record.js';
import type { Db, Tx } from '../db/connect.js';
import { transact } from '../db/transact.js';
import type { Actor } from '../lib/actor.js';
import type { Clock } from '../lib/clock.js';
import { AppError, notFound } from '../lib/errors.js';
import type { CustomerFields } from './customer-fields.js';
import { fieldChoices, visitorFieldsOf } from './customer-fields.js';
import { lockSettings, storedSettings, storeSetting } from './queries.js';
import type { AdminSettings, SettingsChange, site } from './schema.js';
import { differences } from './settings-change.js';
import { readFile } from './settings-file.js';
import type { TermsVersion } from './terms.js';
import { findTermsVersion, keepTerms, readTermsVersions, termsVersionOf } from './terms.js';
import type { SettingName, Settings } from './values.js';
import { readSettings, settingValues } from './values.js';

export type Site = z.output<typeof site>;

export interface SettingsDeps {
  db: Db;
  clock: Clock;
  record: RecordAudit;
}

/** How long another server process may go on with what it read, in milliseconds. */
const keptFor = 3000;

/** What the business decided about itself. */
export function createSettings({ db, clock, record }: SettingsDeps) {
  let kept: { at: number; settings: Promise<Settings> } | null = null;

  /** All settings; each without a stored value (or with one that this version can't read) is what it is initially. */
  async function all(): Promise<Settings> {
    const age = kept ? clock.now() - kept.at : -1;
    if (kept && age >= 0 && age < keptFor) return kept.settings;
    const reading = storedSettings(db).then(readSettings);
    kept = { at: clock.now(), settings: reading };
    // What failed must not be remembered as an answer.
    reading.catch(() => {
      kept = null;
    });
    return reading;
  }

  /** Sets one value; who is named as having done it stands in the trail. Other processes see it within seconds. */
  async function write<Name extends SettingName>(
    tx: Tx,
    name: Name,
    value: Settings[Name],
    actor?: Actor,
  ): Promise<void> {
    const checked = settingValues[name].schema.safeParse(value);
    if (!checked.success)
      throw new AppError('invalid_request', `${name} ${checked.error.issues[0]?.message}`, { field: name });
    const before = actor ? readSettings(await lockSettings(tx)) : null;
    await storeSetting(tx, name, JSON.stringify(checked.data));
    if (name === 'termsText') await keepTerms(tx, String(checked.data), clock.now());
    kept = null;
    if (actor && before) await audit(tx, actor, before, { ...before, [name]: checked.data });
  }

  async function audit(tx: Tx, actor: Actor, before: Settings, after: Settings): Promise<void> {
    const values = differences(before, after);
    if (Object.keys(values).length === 0) return;
    await record(tx, [{ at: clock.now(), actor, action: 'settings.changed', subject: 'settings', values }]);
  }

  /** Makes settings from those of before, which are held meanwhile, and leaves one row in the trail. */
  async function remake(actor: Actor, make: (before: Settings) => Settings): Promise<AdminSettings> {
    await transact(db, async (tx) => {
      const before = readSettings(await lockSettings(tx));
      const after = make(before);
      // What was agreed to until now may never have been written: it is what is initial.
      if (before.termsText !== after.termsText) await keepTerms(tx, before.termsText, 0);
      for (const name of Object.keys(after) as SettingName[])
        if (JSON.stringify(before[name]) !== JSON.stringify(after[name])) await write(tx, name, after[name]);
      await audit(tx, actor, before, after);
    });
    // What a reader remembered while this was being committed is of before.
    kept = null;
    return forAdmin();
  }

  async function forAdmin(): Promise<AdminSettings> {
    const { demo, requirePhone, ...settings } = await all();
    return { ...settings, customerFieldChoices: fieldChoices as unknown as AdminSettings['customerFieldChoices'] };
  }

  return {
    all,
    write,
    /** What was remembered is of before: for who wrote settings in a transaction of several things, once it is over. */
    forget(): void {
      kept = null;
    },
    forAdmin,

    /** The business as every page needs to know it. */
    async site(): Promise<Site> {
      const { name, language, currency, weekStart, country, customerFields, termsText, demo, ...own } = await all();
      const termsVersion = termsVersionOf(termsText);
      const requireEmail = customerFields.email.widget === 'required';
      const requirePhone = customerFields.phone.widget === 'required';
      const visitorFields = visitorFieldsOf(customerFields);
      const asksMore = Object.keys(visitorFields).length > 0;
      const asked = { requireEmail, requirePhone, ...(asksMore ? { visitorFields } : {}) };
      const looks = {
        ...(own.address ? { address: own.address } : {}),
        ...(own.accent ? { accent: own.accent, style: `--accent:var(--bookpane-accent,${own.accent})` } : {}),
        ...(own.theme === 'auto' ? {} : { pageTheme: own.theme }),
      };
      return { name, language, currency, weekStart, country, ...asked, ...looks, termsText, termsVersion, demo };
    },

    /** Changes the settings that are named, in one go (A051). */
    change: (actor: Actor, { customerFields, requiredSensitive, ...values }: SettingsChange): Promise<AdminSettings> =>
      remake(
        actor,
        (before) =>
          ({
            ...before,
            ...given(values),
            customerFields: changedFields(before.customerFields, customerFields ?? {}),
            requiredSensitive: { ...before.requiredSensitive, ...requiredSensitive },
          }) as Settings,
      ),

    /** Takes over a file's settings; AppError `invalid_request` that names the first value that can't be, and then none is. */
    takeOver: (actor: Actor, file: Readonly<Record<string, unknown>>): Promise<AdminSettings> =>
      remake(actor, (before) => {
        const { after, faults } = readFile(before, file);
        const [fault] = faults;
        if (!fault) return after;
        const field = `settings.${fault.name}`;
        throw new AppError('invalid_request', `${field} ${fault.message}`, { field });
      }),

    /** Every text of the terms, newest first; the one in use is among them though nobody ever wrote it. */
    async terms(): Promise<{ current: string; items: TermsVersion[] }> {
      const { termsText } = await all();
      const current = termsVersionOf(termsText);
      const items = await readTermsVersions(db);
      const isKept = items.some(({ version }) => version === current);
      return { current, items: isKept ? items : [{ version: current, text: termsText, createdAt: 0 }, ...items] };
    },

    /** The text that a version names. Throws `not_found`. */
    async termsOf(version: string): Promise<TermsVersion> {
      const found = await findTermsVersion(db, version);
      if (found) return found;
      const { termsText } = await all();
      if (termsVersionOf(termsText) !== version) throw notFound();
      return { version, text: termsText, createdAt: 0 };
    },
  };
}

/** Without what was not given. */
const given = (values: object): object =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));

function changedFields(before: CustomerFields, change: NonNullable<SettingsChange['customerFields']>): CustomerFields {
  const after = Object.entries(before).map(([name, uses]) => [
    name,
    { ...uses, ...given(change[name as keyof CustomerFields] ?? {}) },
  ]);
  return Object.fromEntries(after) as CustomerFields;
}

export type SettingsService = ReturnType<typeof createSettings>;
