import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/**
 * Lets the items of a list be dragged by their grip. What dragging did to the page is taken back, and `onMove` told: who draws the
 * list draws it in its new order. The code comes when a list is there to be sorted.
 */
export function useSortable(
  list: RefObject<HTMLElement | null>,
  active: boolean,
  onMove: (from: number, to: number) => void,
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
        handle: '.note-grip',
        draggable: '.note',
        animation: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 150,
        // Pointer events alone: the same for mouse, pen and finger.
        forceFallback: true,
        fallbackOnBody: false,
        ghostClass: 'note-ghost',
        onEnd({ oldIndex, newIndex, item, from }) {
          if (oldIndex === undefined || newIndex === undefined || oldIndex === newIndex) return;
          item.remove();
          from.insertBefore(item, from.children[oldIndex] ?? null);
          told.current(oldIndex, newIndex);
        },
      });
    });
    return () => {
      gone = true;
      sortable?.destroy();
    };
  }, [list, active]);
}
