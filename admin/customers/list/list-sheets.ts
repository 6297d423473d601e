import { h } from 'preact';
import type { View } from '../../../widget/kit/html.js';
import { html } from '../../../widget/kit/html.js';
import { SensitiveSearch } from '../sensitive/sensitive-search.js';
import { KeysSheet } from './keys-sheet.js';
import { RecentBulk } from './recent-bulk.js';

export type SheetName = 'keys' | 'sensitive' | 'recent';

export interface ListSheetsProps {
  open: SheetName | null;
  onClose: () => void;
  /** Customers of the list were changed. */
  onChanged: () => void;
}

/** What opens over the list without being about one of its rows. */
export function ListSheets({ open, onClose, onChanged }: ListSheetsProps): View {
  return html`
    ${h(KeysSheet, { open: open === 'keys', onClose })}
    ${h(SensitiveSearch, { open: open === 'sensitive', onClose })}
    ${h(RecentBulk, { open: open === 'recent', onClose, onChanged })}
  `;
}
