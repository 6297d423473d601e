import { useEffect, useRef } from 'preact/hooks';

/** What the server says of changed calendars (`GET /events`). */
interface Changed {
  providers: number[];
  catalog: boolean;
}

/**
 * Calls `changed` when somebody's calendar changed, also on another server. It listens only while the page is looked at: a browser
 * has few connections to one host, and each open page would keep one. Where nothing can be heard, the page looks by itself each minute.
 */
export function useLive(changed: (what: Changed) => void): void {
  const told = useRef(changed);
  told.current = changed;
  useEffect(() => {
    let source: EventSource | null = null;
    let heard = false;
    const listen = (): void => {
      if (document.visibilityState !== 'visible') {
        source?.close();
        source = null;
        return;
      }
      if (source) return;
      source = new EventSource('/api/v1/admin/events');
      source.addEventListener('calendars', (event) => told.current(JSON.parse((event as MessageEvent).data)));
      source.addEventListener('ready', () => {
        // Whatever happened while nobody listened was missed.
        if (heard) told.current({ providers: [], catalog: true });
        heard = true;
      });
    };
    listen();
    document.addEventListener('visibilitychange', listen);
    return () => {
      document.removeEventListener('visibilitychange', listen);
      source?.close();
    };
  }, []);
}
