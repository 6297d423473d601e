import type { Import } from './import-types.js';

/** The steps after a file was brought, each a screen with an address of its own. */
export const steps = ['reading', 'columns', 'check', 'confirm', 'result'] as const;
export type Step = (typeof steps)[number];

const over: readonly Import['status'][] = ['done', 'cancelled', 'undoing', 'undone'];

/** A server is at it: ask again in a moment. */
export const isWorking = ({ status }: Pick<Import, 'status'>): boolean =>
  status === 'checking' || status === 'running' || status === 'undoing';

/**
 * The step that is shown for what an address asks for. An import that runs can only be watched, one that is over only be looked at, and
 * nothing is confirmed that was not checked.
 */
export function stepOf({ status }: Pick<Import, 'status'>, asked: string | undefined): Step {
  if (over.includes(status)) return 'result';
  if (status === 'running') return 'confirm';
  const step = steps.find((one) => one === asked) ?? 'reading';
  if (step === 'result' || (step === 'confirm' && status !== 'checked'))
    return status === 'checked' ? 'confirm' : 'check';
  return step;
}
