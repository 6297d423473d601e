interface Placed {
  id: number;
  categoryId: number;
}

/**
 * All ids of a list after one of those that are shown was put at another place among them. What is not shown stays behind what it
 * stood behind.
 */
export function reordered(all: readonly number[], shown: readonly number[], id: number, to: number): number[] {
  const others = all.filter((one) => one !== id);
  const neighbours = shown.filter((one) => one !== id);
  const next = neighbours[to];
  const before = neighbours[to - 1];
  const at =
    next !== undefined ? others.indexOf(next) : before !== undefined ? others.indexOf(before) + 1 : others.length;
  return [...others.slice(0, at), id, ...others.slice(at)];
}

/** Services with one of them in a category, whose order is `ids`; the others stand as they did. */
export function withOrder<Service extends Placed>(
  services: readonly Service[],
  categoryId: number,
  ids: readonly number[],
): Service[] {
  const known = new Map(services.map((service) => [service.id, service]));
  const placed = ids.flatMap((id) => known.get(id) ?? []).map((service) => ({ ...service, categoryId }));
  return [...services.filter(({ id }) => !ids.includes(id)), ...placed];
}

/** A list with its rows in the order of `ids`. */
export const inOrder = <Row extends { id: number }>(rows: readonly Row[], ids: readonly number[]): Row[] =>
  ids.flatMap((id) => rows.find((row) => row.id === id) ?? []);

/** The ids of a list after the row at one place was put at another. */
export function movedBy(rows: readonly { id: number }[], from: number, to: number): number[] {
  const ids = rows.map(({ id }) => id);
  const [id] = ids.splice(from, 1);
  if (id !== undefined) ids.splice(to, 0, id);
  return ids;
}
