import { performance } from 'node:perf_hooks';
import { setImmediate as immediately, setTimeout as sleep } from 'node:timers/promises';

/** Above this share of busy time, whoever asks now is served first. */
const busyShare = 0.3;
const glance = 4;
const pause = 50;
const longestWait = 500;

/**
 * Waits while this process is busy with people, half a second at most: for background work between two of its steps. What is
 * measured is a moment in which the background does nothing itself, so a backlog on a quiet server is worked off at full speed.
 */
export async function giveWay(): Promise<void> {
  for (let waited = 0; waited < longestWait; waited += pause) {
    const before = performance.eventLoopUtilization();
    await sleep(waited === 0 ? glance : pause);
    if (performance.eventLoopUtilization(before).utilization < busyShare) return;
  }
}

/** How long work may keep everybody else waiting, in milliseconds. */
const atOnce = 10;

/** For long work in pieces: await the answer between two of them, and others are served when it has been long enough. */
export function breather(): () => Promise<void> {
  let began = performance.now();
  return async () => {
    if (performance.now() - began < atOnce) return;
    await immediately();
    began = performance.now();
  };
}
