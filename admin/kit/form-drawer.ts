import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { style } from '../../widget/kit/styles.js';
import css from './form-drawer.css';
import { useUnsaved } from './unsaved.js';

style(css);

/**
 * What a drawer and the form in it have between them: closing the drawer in any way asks first while the form has something unsaved.
 * The drawer calls this, hands `close` to its `onClose`, and the whole to its form, which calls `useForm`.
 */
export function useFormDrawer(onClose: () => void) {
  const guard = useRef<((go: () => void) => void) | null>(null);
  return {
    close: () => (guard.current ? guard.current(onClose) : onClose()),
    /** `element` is for the form; its first field gets the focus. `dialog` is to be drawn beside it. */
    useForm(dirty: boolean) {
      const element = useRef<HTMLFormElement>(null);
      const { ask, dialog } = useUnsaved(dirty);
      useEffect(() => {
        guard.current = ask;
        return () => {
          guard.current = null;
        };
      });
      useLayoutEffect(() => {
        const first = element.current?.querySelector<HTMLElement>('input, select, textarea');
        // The drawer opens after this, and looks for it; one that is open already does not.
        first?.setAttribute('autofocus', '');
        first?.focus();
      }, []);
      return { element, dialog };
    },
  };
}
export type FormDrawer = ReturnType<typeof useFormDrawer>;
