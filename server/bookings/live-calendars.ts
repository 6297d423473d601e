import type { Snapshot } from '../availability/queries-cached.js';
import type { Actor } from '../lib/actor.js';
import type { EventStream, StreamReader } from '../lib/endpoint.js';
import { AppError } from '../lib/errors.js';
import type { AppointmentScope } from './scope.js';
import { appointmentScope } from './scope.js';

/** Milliseconds between two looks at the versions, while somebody listens. */
const lookEvery = 2000;
/** An account has so many pages open at once, and a process serves so many readers. */
const mostOfAccount = 12;
const mostReaders = 1000;

export interface LiveCalendars {
  /** The stream of one reader. AppErrors `too_many_requests` beyond what one account, or this process, may hold open. */
  listen(actor: Actor): EventStream;
  /** Ends all streams: the server shuts down. */
  stop(): void;
}

interface Listener {
  account: number;
  scope: AppointmentScope;
  reader: StreamReader;
}

/**
 * Tells whose calendars changed, and nothing else: who listens looks again under their own rights. One read of versions every two
 * seconds serves all who listen to this process; what other servers wrote is in the same rows.
 */
export function createLiveCalendars(
  snapshot: () => Promise<Snapshot>,
  failed: (error: unknown) => void,
): LiveCalendars {
  const listeners = new Set<Listener>();
  let seen: Snapshot['calendars'] | null = null;
  let timer: NodeJS.Timeout | null = null;
  let looking = false;

  async function look(): Promise<void> {
    if (looking) return;
    looking = true;
    try {
      const { business, calendars } = await snapshot();
      const before = seen;
      seen = calendars;
      if (before) tell(changesSince(before, calendars, business));
    } catch (error) {
      failed(error);
    } finally {
      looking = false;
    }
  }

  function tell({ providers, catalog }: Changes): void {
    for (const { scope, reader } of [...listeners]) {
      const own = scope === 'all' ? providers : providers.filter((id) => id === scope.providerId);
      if (own.length > 0 || catalog) reader.send('calendars', { providers: own, catalog });
    }
  }

  function add(listener: Listener): () => void {
    listeners.add(listener);
    if (!timer) {
      seen = null;
      void look();
      timer = setInterval(() => void look(), lookEvery);
    }
    // A first word, so that the reader knows that it is heard.
    listener.reader.send('ready', {});
    return () => {
      listeners.delete(listener);
      if (listeners.size > 0 || !timer) return;
      clearInterval(timer);
      timer = null;
    };
  }

  return {
    listen(actor) {
      const account = actor.kind === 'account' ? actor.accountId : 0;
      const own = [...listeners].filter((listener) => listener.account === account).length;
      if (own >= mostOfAccount || listeners.size >= mostReaders)
        throw new AppError('too_many_requests', 'Too many pages listen already.', { retryAfter: 60 });
      return { open: (reader) => add({ account, scope: appointmentScope(actor), reader }) };
    },
    stop() {
      for (const { reader } of [...listeners]) reader.end();
    },
  };
}

interface Changes {
  providers: number[];
  /** Services, hours, closures or the team changed: anything may look different. */
  catalog: boolean;
}

function changesSince(
  before: Snapshot['calendars'],
  now: Snapshot['calendars'],
  { providers }: Snapshot['business'],
): Changes {
  const changed = (id: number): boolean => before.get(id) !== now.get(id);
  return {
    providers: providers.filter(({ resourceId }) => changed(resourceId)).map(({ id }) => id),
    catalog: changed(0),
  };
}
