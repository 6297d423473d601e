import { ar } from './ar.js';
import { br } from './br.js';
import { de } from './de.js';
import { es } from './es.js';
import type { SensitiveField } from './field.js';
import { fr } from './fr.js';
import { gb } from './gb.js';
import { india } from './in.js';
import { it } from './it.js';
import { jp } from './jp.js';
import { mx } from './mx.js';
import { mothersMaidenName, passportOrId } from './names-and-papers.js';
import { nl } from './nl.js';
import { pl } from './pl.js';
import { pt } from './pt.js';
import { us } from './us.js';

/** Which sensitive fields there are for people of a nationality (FEATURES A022). */
export interface Profile {
  /** ISO 3166; null is the general profile, for everybody else. */
  readonly country: string | null;
  readonly fields: readonly SensitiveField[];
}

/** By field: whether the business wants it. What it does not name goes by the country's own rule. */
export type RequiredFields = Readonly<Record<string, boolean>>;

const general: readonly SensitiveField[] = [passportOrId, mothersMaidenName];

const byCountry: ReadonlyMap<string, readonly SensitiveField[]> = new Map([
  ['US', us],
  ['BR', br],
  ['PT', pt],
  ['ES', es],
  ['GB', gb],
  ['FR', fr],
  ['DE', de],
  ['IT', it],
  ['NL', nl],
  ['PL', pl],
  ['IN', india],
  ['MX', mx],
  ['AR', ar],
  ['JP', jp],
]);

const byName: ReadonlyMap<string, SensitiveField> = new Map(
  [...byCountry.values(), general].flat().map((field) => [field.name, field]),
);

/** The profile of a nationality; the general one for countries that have none of their own, and for nobody's. */
export function profileOf(countryCode: string | null, required: RequiredFields = {}): Profile {
  const own = countryCode === null ? undefined : byCountry.get(countryCode);
  const fields = (own ?? general).map((field) =>
    Object.hasOwn(required, field.name) ? { ...field, required: required[field.name]! } : field,
  );
  return { country: own ? countryCode : null, fields };
}

/** Every profile: the countries', then the general one. */
export const allProfiles = (): readonly Profile[] => [...byCountry.keys(), null].map((country) => profileOf(country));

/** A field by its name, whosever profile it is in. */
export const fieldNamed = (name: string): SensitiveField | undefined => byName.get(name);

/** Every field that a customer can be found by. */
export const searchableFields = (): readonly SensitiveField[] =>
  [...byName.values()].filter((field) => field.searchable);
