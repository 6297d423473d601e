import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';

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
