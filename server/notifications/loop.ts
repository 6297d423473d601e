/** Repeats a pass over what waits: at once when nudged, every `every` milliseconds otherwise, one at a time. */
export interface Loop {
  start(): void;
  /** Something waits now. */
  nudge(): void;
  /** Lets the pass that runs come to its end, then rests. */
  stop(): Promise<void>;
}

/** `pass` gets a signal that says when to begin nothing new. An error of a pass goes to `failed` and the loop goes on. */
export function loopOf(
  pass: (signal: AbortSignal) => Promise<unknown>,
  every: number,
  failed: (error: unknown) => void,
): Loop {
  let running: Promise<void> | undefined;
  let ending = new AbortController();
  let nudged = false;
  let wake = () => {};

  const rest = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, every);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  const run = async (signal: AbortSignal) => {
    while (!signal.aborted) {
      nudged = false;
      await pass(signal).catch(failed);
      if (!nudged && !signal.aborted) await rest();
    }
  };

  return {
    start() {
      if (running) return;
      ending = new AbortController();
      running = run(ending.signal);
    },
    nudge() {
      nudged = true;
      wake();
    },
    async stop() {
      ending.abort();
      wake();
      await running;
      running = undefined;
    },
  };
}
