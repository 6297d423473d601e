import { parseArgs } from 'node:util';
import type { Config } from '../config.js';
import type { Context } from '../context.js';
import { completeFirstRun } from '../first-run/completing.js';
import { openFirstRun } from '../first-run/link.js';
import { offersIn, windowsOf } from '../first-run/offers.js';
import { currencyOf, guessPlace, weekStartOf } from '../first-run/place-rules.js';
import type { NewBusiness } from '../first-run/schema.js';
import { newBusiness } from '../first-run/schema.js';
import { check } from '../http/check.js';
import { AppError } from '../lib/errors.js';
import { readablePassword } from './readable-password.js';
import { readWeek } from './week-text.js';

const text = { type: 'string' } as const;
const options = {
  name: text,
  kind: text,
  email: text,
  owner: text,
  provider: text,
  address: text,
  language: text,
  zone: text,
  country: text,
  currency: text,
  hours: text,
} as const;

export const setupUsage = `bookpane setup --name "Salon Aurora" --kind hair --email owner@example.com
  --owner "Ana Dias"        who owns it; otherwise the name of the business
  --provider "Ana Dias"     who performs the services; otherwise the owner
  --address "Rua 1, Porto"  where it is
  --language en             en or de
  --zone Europe/Lisbon      its time zone; otherwise this machine’s
  --country PT              otherwise that of the time zone
  --currency EUR            otherwise that of the country
  --hours "mon-fri 09:00-12:00 13:00-18:00, sat 09:00-14:00"   otherwise those that are usual for the kind
The password is BOOKPANE_ADMIN_PASSWORD, or one that is made up and printed once.`;

type Given = { [Name in keyof typeof options]?: string };

/** The options of the command line; Error in words for what makes no sense. */
export function readSetupArguments(given: readonly string[]): Given {
  try {
    return parseArgs({ args: [...given], options, strict: true, allowPositionals: false }).values;
  } catch (error) {
    throw new Error(`${(error as Error).message}\n\n${setupUsage}`);
  }
}

/**
 * Sets an empty installation up without a person: business, catalogue, hours, provider and owner. Errors in words; nothing is
 * written unless all of it is.
 */
export async function setUp(
  context: Context,
  config: Config,
  given: Given,
  say: (line: string) => void,
): Promise<void> {
  const password = config.adminPassword ?? readablePassword();
  const wish = wishOf(given, password);
  await openFirstRun(context.db, context.random);
  try {
    await completeFirstRun(context.firstRun, wish);
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found')
      throw new Error('This database is set up already. Sign in to the admin and change it there.');
    throw error;
  }
  const { business, owner } = wish;
  const services = wish.categories.flatMap((category) => category.services).length;
  say(`${business.name} is set up: ${services} services, ${business.timeZone}, ${business.currency}.`);
  say(
    `Sign in at ${config.publicUrl}/admin as ${owner.email} ${config.adminPassword ? 'with BOOKPANE_ADMIN_PASSWORD' : `with ${password}`}`,
  );
}

function wishOf(given: Given, password: string): NewBusiness {
  const missing = (['name', 'kind', 'email'] as const).filter((name) => !given[name]);
  if (missing.length > 0)
    throw new Error(`Missing: ${missing.map((name) => `--${name}`).join(', ')}.\n\n${setupUsage}`);
  const { name = '', kind = '', email = '', zone = Intl.DateTimeFormat().resolvedOptions().timeZone } = given;
  const guess = guessPlace(zone, [given.language ?? 'en']);
  const country = given.country ?? guess.country;
  const currency = given.currency ?? currencyOf(country);
  const { language } = guess;
  const offers = offersIn(language, 'EUR').map(({ key }) => key);
  if (!offers.includes(kind)) throw new Error(`There is no kind ${kind}. Try one of: ${offers.join(', ')}.`);
  const owner = given.owner ?? name;
  const place = { name, language, timeZone: zone, country, currency, address: given.address ?? '' };
  // Before prices are made of it and the week is looked up: what there is no such thing of is said by its name.
  const business = check(newBusiness.shape.business, { ...place, weekStart: 1 });
  const chosen = offersIn(language, currency).find(({ key }) => key === kind);
  return check(newBusiness, {
    business: { ...business, weekStart: weekStartOf(country) },
    owner: { name: owner, email, password },
    categories: chosen?.categories,
    hours: given.hours ? windowsOf(readWeek(given.hours)) : chosen?.hours,
    provider: { name: given.provider ?? owner, email: null },
  });
}
