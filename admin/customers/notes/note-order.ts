/** What putting notes in order needs to know of one. */
export interface Orderable {
  id: number;
  pinned: boolean;
}

/** The notes as they are shown: pinned ones first, otherwise as they stand. */
export const pinnedFirst = <Note extends Orderable>(notes: readonly Note[]): Note[] => [
  ...notes.filter(({ pinned }) => pinned),
  ...notes.filter(({ pinned }) => !pinned),
];

/** One note taken out and put at another place; a place among the pinned is no place for one that isn't, and the other way round. */
export function moved<Note extends Orderable>(notes: readonly Note[], from: number, to: number): Note[] {
  const next = [...notes];
  const [note] = next.splice(from, 1);
  if (!note) return next;
  next.splice(to, 0, note);
  return pinnedFirst(next);
}

/** Whether a note can go up (-1) or down (1): not past the end, and not past the line between pinned and not. */
export function canMove(notes: readonly Orderable[], from: number, by: -1 | 1): boolean {
  const neighbour = notes[from + by];
  return neighbour !== undefined && neighbour.pinned === notes[from]?.pinned;
}
