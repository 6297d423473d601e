/** What changed: each field with its old and its new value. Fields that were not given, or kept their value, are left out. */
export function changedValues(before: object, given: object): Record<string, { from: unknown; to: unknown }> {
  const changed: Record<string, { from: unknown; to: unknown }> = {};
  for (const [name, to] of Object.entries(given)) {
    const from = (before as Record<string, unknown>)[name];
    if (to !== undefined && JSON.stringify(from) !== JSON.stringify(to)) changed[name] = { from, to };
  }
  return changed;
}
