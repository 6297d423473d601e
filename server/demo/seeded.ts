import type { Random } from '../lib/ids.js';
import { sha256 } from '../lib/ids.js';

/** Chance that repeats itself: the same seed, the same choices, on every machine. Never for secrets. */
export interface Seeded extends Random {
  /** From 0 to below 1. */
  fraction(): number;
  /** A whole number from min to max, both included. */
  whole(min: number, max: number): number;
  chance(probability: number): boolean;
  /** One of a list that is not empty. */
  pick<Item>(list: readonly Item[]): Item;
  /** One of a list by weight; null when nothing weighs anything. */
  weighted<Item>(list: readonly Item[], weightOf: (item: Item) => number): Item | null;
  shuffled<Item>(list: readonly Item[]): Item[];
}

export function seeded(seed: string): Seeded {
  const next = generator(seed);
  const fraction = (): number => next() / 2 ** 32;
  const whole = (min: number, max: number): number => min + Math.floor(fraction() * (max - min + 1));
  return {
    fraction,
    whole,
    chance: (probability) => fraction() < probability,
    pick: (list) => list[whole(0, list.length - 1)] as (typeof list)[number],
    weighted(list, weightOf) {
      const weights = list.map(weightOf);
      let left = fraction() * weights.reduce((sum, weight) => sum + weight, 0);
      for (const [index, weight] of weights.entries()) {
        if (weight > 0 && left < weight) return list[index] as (typeof list)[number];
        left -= weight;
      }
      return null;
    },
    shuffled(list) {
      const items = [...list];
      for (let last = items.length - 1; last > 0; last -= 1) {
        const other = whole(0, last);
        [items[last], items[other]] = [items[other] as (typeof items)[number], items[last] as (typeof items)[number]];
      }
      return items;
    },
    bytes: (count) => Buffer.from(Array.from({ length: count }, () => next() >>> 24)),
  };
}

/** Chris Doty-Humphrey's sfc32: 32 bits a call from 128 bits of state. */
function generator(seed: string): () => number {
  const hash = sha256(seed);
  let [a, b, c, count] = [0, 8, 16, 24].map((at) => Number.parseInt(hash.slice(at, at + 8), 16)) as [
    number,
    number,
    number,
    number,
  ];
  return () => {
    const sum = (a + b + count) | 0;
    count = (count + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return sum >>> 0;
  };
}
