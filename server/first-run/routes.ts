import { transact } from '../db/transact.js';
import { bumpCatalog } from '../db/versions.js';
import type { Handlers } from '../lib/endpoint.js';
import { Reply } from '../lib/endpoint.js';
import { AppError, notFound } from '../lib/errors.js';
import { completeFirstRun } from './completing.js';
import type { FirstRunDeps } from './deps.js';
import { launchSteps } from './launch.js';
import { fits, openSeed, reopenFirstRun } from './link.js';
import { offersIn } from './offers.js';
import { countries, currencyOf, guessPlace, weekStartOf } from './place-rules.js';
import type { firstRunEndpoints } from './schema.js';

export interface FirstRunRouteDeps extends FirstRunDeps {
  publicUrl: string;
  sendsMail: boolean;
  /** Signs in and answers the cookie to set. */
  signIn(email: string, password: string, ip: string): Promise<string>;
}

export const firstRunHandlers = (deps: FirstRunRouteDeps): Handlers<typeof firstRunEndpoints> => {
  /** A wrong token and a set-up that is over are answered alike, and as what was never there (ATTACKS S25). */
  async function admit(token: string): Promise<void> {
    const seed = await openSeed(deps.db);
    if (!seed || !fits(token, deps.linkToken(seed))) throw notFound();
  }

  return {
    'POST /first-run/link': async ({ body }) => {
      await admit(body.token);
      const guess = guessPlace(body.timeZone, body.languages);
      const country = body.country ?? guess.country;
      const currency = body.currency ?? currencyOf(country);
      const language = body.language ?? guess.language;
      return {
        place: { ...guess, country, currency, language, weekStart: weekStartOf(country) },
        kinds: offersIn(language, currency),
        countries: [...countries],
        currencies: Intl.supportedValuesOf('currency'),
      };
    },

    'POST /first-run': async ({ body: { token, ...wish }, ip }) => {
      await admit(token);
      await completeFirstRun(deps, wish);
      const { email, password } = wish.owner;
      // The business is made: who can't be signed in at once does it by hand.
      const setCookie = await deps.signIn(email, password, ip).catch(() => null);
      return new Reply({ publicUrl: deps.publicUrl }, setCookie ? { setCookie } : {});
    },

    'GET /launch': () => launchSteps(deps),

    'POST /demo/clearing': async ({ actor, body }) => {
      const { demo, name } = await deps.settings();
      if (!demo) throw notFound();
      if (body.name.trim() !== name)
        throw new AppError('invalid_request', 'This is not the name of the business.', { field: 'name' });
      const seed = await transact(deps.db, async (tx) => {
        await bumpCatalog(tx);
        await deps.clearBusiness(tx);
        await deps.record(tx, [
          { at: deps.clock.now(), actor, action: 'demo.cleared', subject: 'business', values: {} },
        ]);
        return reopenFirstRun(tx, deps.random);
      });
      deps.forgetSettings();
      return { token: deps.linkToken(seed) };
    },
  };
};
