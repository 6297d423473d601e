import { useEffect, useState } from 'preact/hooks';
import type { View } from './html.js';
import { html } from './html.js';
import css from './skeleton.css';
import { style } from './styles.js';

style(css);

/** True once something took longer than `ms`: what comes quickly shows no skeleton at all. */
export function useLate(waiting: boolean, ms = 150): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    setLate(false);
    if (!waiting) return;
    const timer = setTimeout(() => setLate(true), ms);
    return () => clearTimeout(timer);
  }, [waiting, ms]);
  return waiting && late;
}

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
  const late = useLate(true);
  return html`<div
    class=${late ? 'skeleton late' : 'skeleton'}
    role="status"
    aria-label=${label}
    style=${{ '--columns': columns, '--height': `${height}px` }}
  >
    ${Array.from({ length: rows * columns }, () => html`<i></i>`)}
  </div>`;
}
