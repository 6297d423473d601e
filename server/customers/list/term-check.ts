import type { Fragment } from './fragment.js';
import { fragment, joined } from './fragment.js';
import type { Term } from './terms.js';

/**
 * Decides on a row of `customers` whether it fulfils a term. Every token of a customer stands in `search_text` after a space; `INSTR`
 * knows no signs with a meaning (ATTACKS S33).
 */
export function termCheck({ ways, number }: Term): Fragment {
  const begins = (start: string): Fragment => fragment('INSTR(customers.search_text, ?) > 0', ` ${start}`);
  const checks = ways.map((way) => joined(way.map(begins), ' AND '));
  if (number !== null) checks.push(fragment('customers.id = ?', number));
  const any = joined(checks, ') OR (');
  return { sql: `((${any.sql}))`, bindings: any.bindings };
}
