/*
 * How a row of the audit trail becomes something to read: what changed, and what else it says. Pure.
 */

export type Scalar = string | number | boolean | null;

export interface Trail {
  facts: Record<string, Scalar>;
  changes: { field: string; from: Scalar; to: Scalar }[];
}

const longestValue = 500;

/** Fields whose values never leave the server this way, whatever a row holds: national ids and what opens something. */
const unspoken = /^sensitive|password|secret|token|hash/i;

/**
 * The values of a row as differences and facts. An erased row has none. A value that is itself made of parts is told by its
 * parts' number or its text; nothing nested reaches the browser.
 */
export function trailOf(values: string): Trail {
  const trail: Trail = { facts: {}, changes: [] };
  for (const [field, value] of Object.entries(parsed(values))) {
    // Of sensitive fields the trail names which ones changed, and nothing else.
    if (field === 'sensitive' && Array.isArray(value))
      for (const name of value) trail.changes.push({ field: `sensitive.${String(name)}`, from: null, to: null });
    else if (isDifference(value)) {
      const hidden = unspoken.test(field);
      trail.changes.push({
        field,
        from: hidden ? null : scalarOf(value.from),
        to: hidden ? null : scalarOf(value.to),
      });
    } else if (value === null) trail.changes.push({ field, from: null, to: null });
    else if (!unspoken.test(field)) trail.facts[field] = scalarOf(value);
  }
  return trail;
}

function parsed(values: string): Record<string, unknown> {
  try {
    const found: unknown = JSON.parse(values);
    return found !== null && typeof found === 'object' && !Array.isArray(found)
      ? (found as Record<string, unknown>)
      : {};
  } catch {
    // Emptied by an erasure: the hash beside it still says what stood here.
    return {};
  }
}

const isDifference = (value: unknown): value is { from: unknown; to: unknown } =>
  value !== null && typeof value === 'object' && ('from' in value || 'to' in value);

function scalarOf(value: unknown): Scalar {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value === 'string') return [...value].slice(0, longestValue).join('');
  if (Array.isArray(value) && value.every((part) => typeof part !== 'object'))
    return [...value.join(', ')].slice(0, longestValue).join('');
  return null;
}

export interface Who {
  kind: 'account' | 'customer' | 'system';
  name: string | null;
}

/** Who did it, from the trail's short form (`account:3`, `visitor`, `system:relay`). */
export function whoOf(actor: string, names: ReadonlyMap<number, string>): Who {
  const [, id] = /^account:(\d+)$/.exec(actor) ?? [];
  if (id !== undefined) return { kind: 'account', name: names.get(Number(id)) ?? null };
  return { kind: actor === 'visitor' ? 'customer' : 'system', name: null };
}
