import { createHash } from 'node:crypto';

/**
 * Remembers which keys there were before, for as many as a million in some 16 MB: hashes of 64 bits in two flat tables, so that two
 * different keys are taken for one by a chance of one in ten million at most.
 */
export function createSeen(expected: number): { add(key: string): boolean } {
  let size = 1024;
  while (size < expected * 2) size *= 2;
  const high = new Uint32Array(size);
  const low = new Uint32Array(size);
  return {
    /** Whether the key is new. */
    add(key) {
      const hash = createHash('sha1').update(key).digest();
      // 0 means that a place is free.
      const first = hash.readUInt32LE(0) | 1;
      const second = hash.readUInt32LE(4);
      const wanted = first >>> 0;
      for (let at = second & (size - 1); ; at = (at + 1) & (size - 1)) {
        if (high[at] === 0) {
          high[at] = wanted;
          low[at] = second;
          return true;
        }
        if (high[at] === wanted && low[at] === second) return false;
      }
    },
  };
}
