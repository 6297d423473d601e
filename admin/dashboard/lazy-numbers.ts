import { h } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { View } from '../../widget/kit/html.js';
import { Skeleton } from '../../widget/kit/skeleton.js';
import { adoptStyles } from '../../widget/kit/styles.js';
import { useAdmin } from '../admin-context.js';

type NumbersView = typeof import('./numbers.js').Numbers;

/** The charts are fetched when the day is there: nobody waits for them. */
export function LazyNumbers({ today }: { today: string }): View {
  const { t } = useAdmin().words;
  const [view, setView] = useState<{ Numbers: NumbersView } | null>(null);
  useEffect(() => {
    let here = true;
    import('./numbers.js').then(
      ({ Numbers }) => {
        adoptStyles(document);
        if (here) setView({ Numbers });
      },
      () => {},
    );
    return () => {
      here = false;
    };
  }, []);
  return view ? h(view.Numbers, { today }) : h(Skeleton, { rows: 2, height: 200, label: t('common.loading') });
}
