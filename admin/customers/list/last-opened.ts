import { useLayoutEffect } from 'preact/hooks';

let last: number | null = null;

/** Remembers which row's page is opened. */
export const rememberOpened = (number: number): void => {
  last = number;
};

/** Whoever comes back from a customer's page finds the focus on the row they left from. */
export function useReturnToRow(): void {
  useLayoutEffect(() => {
    const link = last === null ? null : document.querySelector<HTMLElement>(`tr[data-number="${last}"] .at-name a`);
    last = null;
    if (link && document.activeElement?.matches('body, main')) link.focus();
  }, []);
}
