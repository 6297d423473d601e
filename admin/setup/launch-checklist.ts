import { h } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { AdminApi } from '../../server/api.js';
import type { View } from '../../widget/kit/html.js';
import { adoptStyles } from '../../widget/kit/styles.js';
import { useAdmin } from '../admin-context.js';

export type Launch = AdminApi['GET /launch']['answer'];
type Card = (props: { launch: Launch }) => View | null;

/** What is left to do before the first customers; nothing at all, not even code, once it is done or put away. */
export function LaunchChecklist(): View | null {
  const { api } = useAdmin();
  const [launch, setLaunch] = useState<Launch | null>(null);
  const [card, setCard] = useState<Card | null>(null);
  useEffect(() => {
    // Beside the page: where it can't be loaded, nothing is missing.
    api.call('GET /launch', {}).then(
      async (found) => {
        if (!found.demo && (found.hidden || Object.values(found.steps).every(Boolean))) return;
        const { LaunchCard } = await import('./launch-card.js');
        document.adoptedStyleSheets = [];
        adoptStyles(document);
        setCard(() => LaunchCard);
        setLaunch(found);
      },
      () => {},
    );
  }, []);
  return card && launch && h(card, { launch });
}
