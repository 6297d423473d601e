import { useState } from 'preact/hooks';
import type { ColumnChoice } from './columns.js';
import { readColumns } from './columns.js';

const storageName = 'bookpane-customer-columns';

/** The columns of the list, remembered on this machine. */
export function useColumns(): [readonly ColumnChoice[], (columns: readonly ColumnChoice[]) => void] {
  const [columns, setColumns] = useState(() => {
    try {
      return readColumns(localStorage.getItem(storageName));
    } catch {
      return readColumns(null);
    }
  });
  const change = (next: readonly ColumnChoice[]): void => {
    setColumns(next);
    try {
      localStorage.setItem(storageName, JSON.stringify(next));
    } catch {
      // Without storage the choice holds until the page is left.
    }
  };
  return [columns, change];
}
