import type { RefusalReason } from '../appointments/move/refused.js';
import type { Axis } from './axis.js';
import { instantAt, topOf } from './axis.js';
import { isMovable } from './movable.js';
import type { CalendarEvent, Column } from './types.js';
import { MINUTE } from './zone-day.js';

/** Minutes of the axis that a drag snaps to. */
const snap = 15;
/** Pixels that a press may wander and still be a press. */
const slack = 5;
/** Pixels at the edge of what is seen within which it moves along. */
const edge = 36;

/** Something held over the grid: an appointment at another time or of another length, or free time marked for a new one. */
export interface Held {
  kind: 'move' | 'resize' | 'create';
  event: CalendarEvent | null;
  column: number;
  start: number;
  end: number;
}

/** What was let go of, and what is known against it. */
export interface Drop extends Held {
  /** The provider of the column, or else the appointment's own; null: a new one with anybody. */
  provider: number | null;
  refused: RefusalReason | null;
}

/** What is dragged over, as it is now: others may book while something is held. */
export interface Ground {
  columns: readonly Column[];
  axis: Axis;
}

/**
 * Listens to presses on the grid and tells what is held, until it is let go of (`dropped`) or Escape puts it back (null). For mouse
 * and pen: a finger scrolls, and moves appointments by their dialog. Answers how to stop listening.
 */
export function listenForDrags(
  area: HTMLElement,
  scroller: HTMLElement,
  ground: () => Ground,
  { held, dropped }: { held(held: Held | null): void; dropped(held: Held): void },
): () => void {
  let press: { x: number; y: number; grip: Grip; card: Element | null } | null = null;
  let shown: Held | null = null;
  let pointer = { x: 0, y: 0 };
  let frame = 0;

  const minuteAt = (y: number): number => {
    const { top, height } = area.getBoundingClientRect();
    return ((y - top) / height) * ground().axis.length;
  };
  const columnAt = (x: number): number => {
    const sections = [...area.querySelectorAll('.grid-column')].map((section) => section.getBoundingClientRect());
    const found = sections.findIndex(({ left, right }) => x >= left && x < right);
    if (found !== -1) return found;
    return x < (sections[0]?.left ?? 0) ? 0 : sections.length - 1;
  };
  const stepOf = (minute: number): number => Math.round(minute / snap) * snap;

  function gripOf(event: PointerEvent): Grip | null {
    const { columns, axis } = ground();
    const target = event.target as Element;
    const card = target.closest<HTMLElement>('[data-appointment]');
    const column = columnAt(event.clientX);
    const minute = minuteAt(event.clientY);
    if (!card) {
      const start = instantAt(axis, piecesAt(column), Math.floor(minute / snap) * snap);
      return start === null ? null : { kind: 'create', event: null, column, start, end: start, offset: 0 };
    }
    const found = columns[column]?.events.find(({ id }) => String(id) === card.dataset['appointment']);
    if (!found || !isMovable(found)) return null;
    const [start, end] = [Date.parse(found.start), Date.parse(found.end)];
    const kind = target.closest('[data-edge]') ? 'resize' : 'move';
    return { kind, event: found, column, start, end, offset: minute - topOf(axis, piecesAt(column), start) };
  }

  const piecesAt = (column: number) => (ground().columns[column] as Column).pieces;

  /** What is held when the pointer is there; as before where there is no such time. */
  function at(grip: Grip, x: number, y: number): Held | null {
    const { axis } = ground();
    const { kind, event, start, end } = grip;
    if (kind === 'move') {
      const column = columnAt(x);
      const top = Math.min(Math.max(0, stepOf(minuteAt(y) - grip.offset)), axis.length - snap);
      const moved = instantAt(axis, piecesAt(column), top);
      return moved === null ? null : { kind, event, column, start: moved, end: moved + end - start };
    }
    const last = piecesAt(grip.column).at(-1)?.to ?? 0;
    const top = stepOf(minuteAt(y));
    const until = top >= axis.length ? last : instantAt(axis, piecesAt(grip.column), Math.max(0, top));
    if (until === null) return null;
    return { kind, event, column: grip.column, start, end: Math.max(until, start + snap * MINUTE) };
  }

  function draw(): void {
    frame = 0;
    if (!press) return;
    const next = at(press.grip, pointer.x, pointer.y);
    if (next && (!shown || next.column !== shown.column || next.start !== shown.start || next.end !== shown.end)) {
      shown = next;
      held(next);
    }
    const { top, bottom } = scroller.getBoundingClientRect();
    const over = pointer.y < top + edge * 2 ? -1 : pointer.y > bottom - edge ? 1 : 0;
    if (over !== 0 && shown) {
      scroller.scrollTop += over * 12;
      frame = requestAnimationFrame(draw);
    }
  }

  const onMove = (event: PointerEvent): void => {
    if (!press) return;
    pointer = { x: event.clientX, y: event.clientY };
    const far = Math.hypot(pointer.x - press.x, pointer.y - press.y) > slack;
    if (!shown && !far) return;
    if (!shown) {
      area.classList.add('dragging');
      press.card?.classList.add('lifted');
    }
    frame ||= requestAnimationFrame(draw);
  };
  function finish(): void {
    press?.card?.classList.remove('lifted');
    press = null;
    shown = null;
    cancelAnimationFrame(frame);
    frame = 0;
    area.classList.remove('dragging');
    window.removeEventListener('pointermove', onMove);
    window.removeEventListener('pointerup', onUp);
    window.removeEventListener('pointercancel', onCancel);
    window.removeEventListener('keydown', onKey, true);
  }
  function onUp(): void {
    if (frame) draw();
    const last = shown;
    const grip = press?.grip;
    finish();
    if (!last || !grip) return;
    // The press that ends a drag is none on the link beneath it.
    const swallow = (event: Event): void => {
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener('click', swallow, { capture: true, once: true });
    setTimeout(() => window.removeEventListener('click', swallow, true));
    const isSame = last.event !== null && last.start === grip.start && last.end === grip.end;
    if (isSame && last.column === grip.column) held(null);
    else dropped(last);
  }
  function onCancel(): void {
    finish();
    held(null);
  }
  function onKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    onCancel();
  }
  const onDown = (event: PointerEvent): void => {
    if (event.button !== 0 || event.pointerType === 'touch' || press) return;
    if ((event.target as Element).closest('.drop-panel')) return;
    const grip = gripOf(event);
    if (!grip) return;
    press = { x: event.clientX, y: event.clientY, grip, card: (event.target as Element).closest('[data-appointment]') };
    pointer = { x: event.clientX, y: event.clientY };
    window.addEventListener('pointermove', onMove);
    window.addEventListener('pointerup', onUp);
    window.addEventListener('pointercancel', onCancel);
    window.addEventListener('keydown', onKey, true);
  };
  area.addEventListener('pointerdown', onDown);
  return () => {
    finish();
    area.removeEventListener('pointerdown', onDown);
  };
}

interface Grip extends Held {
  /** Minutes from the appointment's beginning to where it is held. */
  offset: number;
}
