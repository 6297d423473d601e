import { expect } from 'chai';

/** How long something may take to become true, in milliseconds: far longer than it does, for machines that are busy. */
const patience = 10_000;

/**
 * Waits until `read` answers `wanted` (compared as JSON), and fails with the difference when it never does. A page draws a moment
 * after a key, and a server answers a moment after a click: what is read at once may be what was there before.
 */
export async function becomes<Value>(read: () => Promise<Value>, wanted: Value, hint?: string): Promise<void> {
  const deadline = performance.now() + patience;
  for (;;) {
    const found = await read();
    if (JSON.stringify(found) === JSON.stringify(wanted)) return;
    if (performance.now() > deadline) expect(found, hint).to.deep.equal(wanted);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
