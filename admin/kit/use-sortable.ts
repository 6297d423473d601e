import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

export interface SortableLook {
  /** Selectors of what is dragged, and of the grip in it. */
  item: string;
  grip: string;
  /** The class of the place where it would land. */
  ghost: string;
  /** Lists of one group take items from one another. */
  group?: string;
}

/**
 * Lets the items of a list be dragged by their grip. What dragging did to the page is taken back, and `onMove` told: who draws the
 * list draws it in its new order. The code comes when a list is there to be sorted. `into` is the list in which the item was dropped.
 */
export function useSortable(
  list: RefObject<HTMLElement | null>,
  active: boolean,
  { item: draggable, grip, ghost, group }: SortableLook,
  onMove: (from: number, to: number, into: HTMLElement) => void,
): void {
  const told = useRef(onMove);
  told.current = onMove;
  useEffect(() => {
    const element = list.current;
    if (!active || !element) return;
    let gone = false;
    let sortable: { destroy(): void } | undefined;
    void import('./sortable.js').then(({ makeSortable }) => {
      if (gone) return;
      sortable = makeSortable(element, {
        handle: grip,
        draggable,
        ...(group ? { group } : {}),
        animation: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 150,
        // Pointer events alone: the same for mouse, pen and finger.
        forceFallback: true,
        fallbackOnBody: false,
        ghostClass: ghost,
        onEnd({ oldDraggableIndex: from, newDraggableIndex: to, oldIndex, item, from: home, to: into }) {
          if (from === undefined || to === undefined || (home === into && from === to)) return;
          item.remove();
          home.insertBefore(item, home.children[oldIndex ?? from] ?? null);
          told.current(from, to, into);
        },
      });
    });
    return () => {
      gone = true;
      sortable?.destroy();
    };
  }, [list, active]);
}
