import { customerFieldNames, surfaces } from './customer-fields.js';
import type { Settings } from './values.js';

/** What differs between two states of the settings, field settings one by one: `customerFields.phone.widget`. */
export function differences(before: Settings, after: Settings): Record<string, { from: unknown; to: unknown }> {
  const found: Record<string, { from: unknown; to: unknown }> = {};
  const compare = (name: string, from: unknown, to: unknown) => {
    if (JSON.stringify(from) !== JSON.stringify(to)) found[name] = { from, to };
  };
  for (const name of Object.keys(before) as (keyof Settings)[])
    if (name !== 'customerFields') compare(name, before[name], after[name]);
  for (const field of customerFieldNames)
    for (const surface of surfaces) {
      const name = `customerFields.${field}.${surface}`;
      compare(name, before.customerFields[field][surface], after.customerFields[field][surface]);
    }
  return found;
}
