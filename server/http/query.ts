const mostParameters = 30;

/**
 * Query strings as flat text: no nesting, no arrays by brackets (ATTACKS S109). A name that stands twice becomes an array, which
 * no schema of ours accepts; so does the marker that too many names leave.
 */
export function parseQuery(text: string | undefined): Record<string, string | string[]> {
  const found: Record<string, string | string[]> = Object.create(null);
  if (!text) return found;
  let count = 0;
  for (const [name, value] of new URLSearchParams(text)) {
    count += 1;
    if (count > mostParameters) return Object.assign(Object.create(null), { 'too many parameters': '' });
    const known = found[name];
    found[name] = known === undefined ? value : [...(Array.isArray(known) ? known : [known]), value];
  }
  return found;
}
