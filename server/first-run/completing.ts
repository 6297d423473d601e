import { refuseWeakPassword } from '../accounts/password-rules.js';
import { transact } from '../db/transact.js';
import { bumpCatalog } from '../db/versions.js';
import type { Actor } from '../lib/actor.js';
import { notFound } from '../lib/errors.js';
import type { SettingName, Settings } from '../settings/values.js';
import { insertBusiness, refuseBadHours } from './business-rows.js';
import type { FirstRunDeps } from './deps.js';
import { closeFirstRun, openSeed } from './link.js';
import type { NewBusiness } from './schema.js';
import { termsIn } from './terms.js';

const setUp: Actor = { kind: 'system', name: 'setup' };

/**
 * Makes the business, its owner and its settings in one transaction that begins by closing the set-up: of two tabs or servers one
 * wins, and nothing is ever half done. AppErrors: `not_found` when the set-up is not open, `invalid_request` for a weak password or
 * hours that overlap.
 */
export async function completeFirstRun(deps: FirstRunDeps, wish: NewBusiness): Promise<void> {
  const { db, clock, record } = deps;
  const { business, owner } = wish;
  const seed = await openSeed(db);
  if (!seed) throw notFound();
  refuseBadHours(wish.hours);
  refuseWeakPassword(owner.password, [business.name, owner.email, owner.name], 'owner.password');
  // Slow, and so done before the transaction.
  const passwordHash = await deps.hashPassword(owner.password);
  await transact(db, async (tx) => {
    if (!(await closeFirstRun(tx, seed)) || (await tx('accounts').first('id'))) throw notFound();
    await bumpCatalog(tx);
    await insertBusiness(tx, wish);
    for (const [name, value] of Object.entries(settingsOf(business)))
      await deps.writeSetting(tx, name as SettingName, value as Settings[SettingName]);
    await deps.addOwner(tx, { name: owner.name, email: owner.email, passwordHash });
    const services = wish.categories.reduce((count, category) => count + category.services.length, 0);
    const values = { name: business.name, language: business.language, services };
    await record(tx, [{ at: clock.now(), actor: setUp, action: 'setup.completed', subject: 'business', values }]);
  });
  deps.forgetSettings();
}

function settingsOf({ name, language, country, currency, weekStart }: NewBusiness['business']): Partial<Settings> {
  const terms = termsIn(language);
  return { name, language, country, currency, weekStart, ...(terms ? { termsText: terms } : {}) };
}
