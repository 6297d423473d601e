import { numberFormat } from '../../widget/kit/formatters.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { useAdmin } from '../admin-context.js';

export interface TileProps {
  label: string;
  value: number | string;
  note?: string | null;
  /** Somebody waits for it. */
  urgent?: boolean;
  /** The list that proves it. */
  href?: string;
}

/** One number, what it counts, and the way to what it counted. */
export function Tile({ label, value, note, urgent, href }: TileProps): View {
  const { language } = useAdmin().words;
  const shown = typeof value === 'number' ? numberFormat(language, {}).format(value) : value;
  const inner = html`<span class="tile-label">${label}</span><strong class="tabular">${shown}</strong><span class="tile-note">${note}</span>`;
  const look = `tile${urgent ? ' urgent' : ''}`;
  return href ? html`<a class=${look} href=${href}>${inner}</a>` : html`<div class=${look}>${inner}</div>`;
}
