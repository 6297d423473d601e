import type { View } from './html.js';
import { html } from './html.js';
import css from './skeleton.css';
import { style } from './styles.js';

style(css);

export interface SkeletonProps {
  /** How many blocks, and how high each is in px: the measure of what comes, so that nothing shifts. */
  rows: number;
  height: number;
  /** Blocks beside one another; 1 when absent. */
  columns?: number;
  /** Read out: “Loading …”. */
  label: string;
}

/** The shape of what is coming. Takes its space at once, becomes visible after 150 ms. */
export function Skeleton({ rows, height, columns = 1, label }: SkeletonProps): View {
  return html`<div
    class="skeleton"
    role="status"
    aria-label=${label}
    style=${{ '--columns': columns, '--height': `${height}px` }}
  >
    ${Array.from({ length: rows * columns }, () => html`<i></i>`)}
  </div>`;
}
