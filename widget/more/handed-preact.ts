import type * as preact from 'preact';
import type * as hooks from 'preact/hooks';

/*
 * Stands for `preact` and `preact/hooks` in the second half of the details (server/setup/bundles.mjs): the widget's own, handed in by it.
 */
export let h: typeof preact.h;
export let useId: typeof hooks.useId;

export function take(own: typeof preact.h, ownId: typeof hooks.useId): void {
  h = own;
  useId = ownId;
}
