import type { ObjectKind, Target } from './access-objects.js';

/**
 * Who calls. `guest` is an account with a role without any permission. `stylist` has a role of the business's own: everything that
 * a manager may, but only for the customers and appointments of Ada, the provider that the account belongs to. So does `provider`,
 * who has the built-in role.
 */
export const actors = ['visitor', 'guest', 'provider', 'stylist', 'receptionist', 'manager', 'owner'] as const;
export type ActorName = (typeof actors)[number];

/**
 * One route: what each actor is answered, one status for each state that its object can be in (`objects` names them, such as
 * `own foreign trashed missing`). Who is not named is refused whatever they ask for: visitors with 401, accounts with 403.
 */
export interface AccessRow extends Partial<Record<ActorName, string>> {
  object: ObjectKind;
  /** Where the sample of the schema is not enough; `lap` is another number for each call. */
  body?: object | ((target: Target, lap: number) => object);
  /** A query, from `?` on. */
  query?: string | ((target: Target) => string);
  /** The file of an upload. */
  file?: string;
  /** What a form sends, for the one route that takes one. */
  form?: string;
}

export type AccessTable = Record<string, AccessRow>;
export type Statuses = Partial<Record<ActorName, string>>;

/** The same statuses for several actors. */
export const all = (names: readonly ActorName[], statuses: string): Statuses =>
  Object.fromEntries(names.map((name) => [name, statuses]));

export const staff: readonly ActorName[] = ['guest', 'provider', 'stylist', 'receptionist', 'manager', 'owner'];
export const everyone: readonly ActorName[] = actors;
/** Who may see and change what the business is made of. */
export const office: readonly ActorName[] = ['stylist', 'manager', 'owner'];

export const row = (
  object: ObjectKind,
  statuses: Statuses,
  more: Omit<AccessRow, ActorName | 'object'> = {},
): AccessRow => ({
  object,
  ...statuses,
  ...more,
});
