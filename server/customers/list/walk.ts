import type { Span } from './page-queries.js';
import type { Limits, Progress } from './plan.js';
import { nextWindow } from './plan.js';
import type { Strip } from './strips.js';

export interface FoundPage {
  ids: number[];
  /** How many there are in all; at least so many when there are `more`. */
  total: number;
  more: boolean;
}

interface WalkOptions {
  /** How many steps there are at most, where that is known. */
  atMost?: number | undefined;
  /** Steps that cost what a look at a row does: all limits are numbers of rows. */
  perRow?: number;
}

/** Goes along a strip, a window at a time, until a page is full or nothing comes any more. */
export class Walk {
  private seen = 0;
  private readonly found = new Set<number>();
  private ended = false;
  private readonly wanted: number;
  private readonly atMost: number;
  private readonly perRow: number;

  constructor(
    private readonly strip: Strip,
    private readonly span: Span,
    private readonly limits: Limits,
    { atMost = Number.POSITIVE_INFINITY, perRow = 1 }: WalkOptions = {},
  ) {
    // One more than the page, to know whether there are more.
    this.wanted = span.offset + span.limit + 1;
    this.atMost = atMost;
    this.perRow = perRow;
  }

  /** Window after window until the page is full, which it answers, or until `isEnough`. */
  async look(isEnough: (progress: Progress) => boolean): Promise<boolean> {
    do {
      const size = nextWindow(this.progress(), this.limits) * this.perRow;
      const before = this.found.size;
      for (const id of await this.strip.next(size, this.wanted - before)) this.found.add(id);
      this.seen += size;
      if (this.found.size >= this.wanted) return true;
      this.ended = this.seen >= this.atMost || (await this.strip.isEnd(this.found.size === before));
      if (this.ended) return true;
    } while (!isEnough(this.progress()));
    return false;
  }

  progress(): Progress {
    return { wanted: this.wanted, seen: this.seen / this.perRow, found: this.found.size };
  }

  page(): FoundPage {
    const { offset, limit } = this.span;
    const ids = [...this.found].slice(offset, offset + limit);
    return { ids, total: this.found.size, more: !this.ended };
  }
}
