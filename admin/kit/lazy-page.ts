import { h } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { Skeleton } from '../../widget/kit/skeleton.js';
import { adoptStyles } from '../../widget/kit/styles.js';
import { useAdmin } from '../admin-context.js';
import type { PageView, Params } from '../routes.js';
import { Problem } from './problem.js';

const fetched = new Map<Loader, PageView>();
type Loader = () => Promise<PageView>;

/** A page whose code is fetched when it is first looked at; its styles come with it. */
export function LazyPage({ load, params }: { load: Loader; params: Params }): View {
  const { t } = useAdmin().words;
  const [page, setPage] = useState<PageView | undefined>(() => fetched.get(load));
  const [error, setError] = useState<unknown>();
  const fetchPage = () => {
    setError(undefined);
    load().then((view) => {
      // One sheet of all styles, in the order of the imports, so that what uses a part may refine it.
      document.adoptedStyleSheets = [];
      adoptStyles(document);
      fetched.set(load, view);
      setPage(() => view);
    }, setError);
  };
  useEffect(() => {
    if (!page) fetchPage();
  }, []);
  if (error !== undefined) return h(Problem, { error, onRetry: fetchPage });
  if (!page) return html`<div class="page">${h(Skeleton, { rows: 8, height: 48, label: t('common.loading') })}</div>`;
  return h(page, { params });
}
