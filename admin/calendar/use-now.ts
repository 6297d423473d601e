import { useEffect, useState } from 'preact/hooks';
import { now } from '../../widget/kit/dates.js';

/** The present instant, anew each minute while the page is there. */
export function useNow(): number {
  const [instant, setInstant] = useState(now);
  useEffect(() => {
    const timer = setInterval(() => setInstant(now()), 60_000);
    return () => clearInterval(timer);
  }, []);
  return instant;
}
