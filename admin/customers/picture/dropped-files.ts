import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

const writes = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('input, textarea, [contenteditable]') !== null;

/**
 * Files dropped on an element, and pictures pasted anywhere but into a field, while it is there. Only the first is taken. A file
 * that is dropped beside it doesn't replace the page.
 */
export function useDroppedFiles<Element extends HTMLElement>(
  active: boolean,
  take: (file: File) => void,
): { element: RefObject<Element | null>; over: boolean } {
  const element = useRef<Element>(null);
  const [over, setOver] = useState(false);
  const taker = useRef(take);
  taker.current = take;
  useEffect(() => {
    if (!active) return;
    const isOver = (event: DragEvent) => element.current?.contains(event.target as Node) ?? false;
    const onDrag = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      setOver(isOver(event));
    };
    const onDrop = (event: DragEvent) => {
      const file = event.dataTransfer?.files[0];
      setOver(false);
      if (!file) return;
      event.preventDefault();
      if (isOver(event)) taker.current(file);
    };
    const onPaste = (event: ClipboardEvent) => {
      const file = [...(event.clipboardData?.files ?? [])].find(({ type }) => type.startsWith('image/'));
      if (!file || writes(event.target)) return;
      event.preventDefault();
      taker.current(file);
    };
    document.addEventListener('dragover', onDrag);
    document.addEventListener('drop', onDrop);
    document.addEventListener('paste', onPaste);
    return () => {
      document.removeEventListener('dragover', onDrag);
      document.removeEventListener('drop', onDrop);
      document.removeEventListener('paste', onPaste);
    };
  }, [active]);
  return { element, over };
}
