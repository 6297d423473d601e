import { useEffect, useRef } from 'preact/hooks';

export interface ListKeys {
  /** `/` */
  onSearch: () => void;
  /** `n` */
  onNew: () => void;
  /** `?` */
  onHelp: () => void;
  /** `x` on the row of this customer number. */
  onTick: (number: number) => void;
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest('input:not([type=checkbox]), textarea, select, [contenteditable]') !== null;

/** Keys of the list. None is taken while somebody types, a dialog is open, or a key of the browser's own is held. */
export function useListKeys(keys: ListKeys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const { key, target } = event;
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      const isSearch = target instanceof HTMLElement && target.closest('.list-search') !== null;
      if (isTyping(target) && !(isSearch && key === 'ArrowDown')) return;
      if (document.querySelector('dialog[open], .popover-panel')) return;
      if (act(key, latest.current)) event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}

/** Does what a key stands for; false when it is none. */
function act(key: string, { onSearch, onNew, onHelp, onTick }: ListKeys): boolean {
  if (key === '/') onSearch();
  else if (key === 'n') onNew();
  else if (key === '?') onHelp();
  else if (key === 'ArrowDown' || key === 'ArrowUp') return move(key === 'ArrowDown' ? 1 : -1);
  else if (key === 'x') {
    const row = currentRow();
    if (!row) return false;
    onTick(Number(row.dataset['number']));
  } else return false;
  return true;
}

/** The row that holds the focus is the one that keys act on. */
const currentRow = (): HTMLElement | null => document.activeElement?.closest<HTMLElement>('tr[data-number]') ?? null;

/** Goes to the name of the next or previous row; upwards out of the list, back to the search. */
function move(by: 1 | -1): boolean {
  const rows = [...document.querySelectorAll<HTMLElement>('tr[data-number]')];
  const current = currentRow();
  const at = current ? rows.indexOf(current) + by : by > 0 ? 0 : -1;
  if (current === null && by < 0) return false;
  const next = at < 0 ? document.querySelector<HTMLElement>('.list-search input') : rows[at];
  const link = next?.matches('input') ? next : next?.querySelector<HTMLElement>('.at-name a');
  link?.focus();
  return link !== undefined && link !== null;
}
