import type { Actor } from '../../lib/actor.js';
import { AppError } from '../../lib/errors.js';
import type { CustomerFields } from '../../settings/customer-fields.js';
import { generalProfile } from '../../settings/required-sensitive.js';
import { isFutureBirth } from '../birthday/birthday-rules.js';
import { profileOf } from '../nationality/profiles.js';
import type { SensitiveValues } from '../sensitive/check.js';
import { requiredMissing } from '../sensitive/check.js';
import type { Forms } from './deps.js';
import type { RecordValues } from './fields.js';
import { isEmpty } from './fields.js';

export const maySeeSensitive = (actor: Actor): boolean =>
  actor.kind === 'system' || (actor.kind === 'account' && actor.permissions.has('customers.view_sensitive'));

/** Sensitive values are changed by those alone who may read them. */
export function refuseSensitive(actor: Actor, values: object | undefined): void {
  if (values === undefined || maySeeSensitive(actor)) return;
  throw new AppError('forbidden', 'Your account may not change sensitive fields.', { field: 'sensitive' });
}

/** All faults at once, in the form of those that a schema finds: the first is the error's field. */
function refuse(issues: readonly { field: string; message: string }[]): void {
  const first = issues[0];
  if (!first) return;
  throw new AppError('invalid_request', `${first.field} ${first.message}.`, {
    field: first.field,
    details: { issues },
  });
}

/** Fields that the admin requires (A014 to A018, settings) and that are empty. A first name, everybody has. */
export function refuseMissing(fields: CustomerFields, values: Partial<RecordValues>): void {
  const missing = Object.entries(values)
    .filter(([name, value]) => isEmpty(value) && isRequired(fields, name))
    .map(([name]) => ({ field: name, message: 'is missing' }));
  refuse(missing);
}

const isRequired = (fields: CustomerFields, name: string): boolean =>
  name === 'firstName' || fields[name as keyof CustomerFields]?.admin === 'required';

/**
 * What the nationality calls for (A023) and is neither `given` nor `stored`. Asked of those alone who may write it down: others could
 * add nobody of that country.
 */
export function refuseSensitiveMissing(
  actor: Actor,
  { requiredSensitive }: Forms,
  nationality: string | null,
  given: SensitiveValues,
  stored: readonly string[],
): void {
  if (nationality === null || !maySeeSensitive(actor)) return;
  const { country } = profileOf(nationality);
  const required = requiredSensitive[country ?? generalProfile] ?? {};
  const missing = requiredMissing(nationality, given, stored, required);
  refuse(missing.map((name) => ({ field: `sensitive.${name}`, message: 'is missing', reason: 'required' })));
}

/** Nobody is born tomorrow. */
export function refuseFutureBirth(birthDate: string | null | undefined, now: number): void {
  if (birthDate && isFutureBirth(birthDate, now))
    refuse([{ field: 'birthDate', message: 'must not be in the future' }]);
}
