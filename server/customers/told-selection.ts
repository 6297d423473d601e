import type { Selection } from './list/selection.js';

/**
 * What the trail says of a selection: how many were ticked, or the filter. Never what was searched for, which is somebody's name or
 * address: it would outlive the erasure of who is meant.
 */
export function toldSelection(selection: Selection): Record<string, unknown> {
  if ('numbers' in selection) return { numbers: selection.numbers.length };
  const { matching, except = [] } = selection;
  const { q, ...filter } = matching;
  return {
    matching: { ...filter, ...(q ? { searched: true } : {}) },
    ...(except.length > 0 ? { except: except.length } : {}),
  };
}
