import { h } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { View } from '../../widget/kit/html.js';
import { Notice } from '../../widget/kit/notice.js';
import { Skeleton } from '../../widget/kit/skeleton.js';
import { adoptStyles } from '../../widget/kit/styles.js';
import type { AdminWords } from '../admin-words.js';
import { errorWords } from '../error-words.js';
import type { SetupPageProps } from './setup-page.js';

/** The set-up, whose code nobody fetches who comes later. */
export function LazySetup(props: SetupPageProps & { words: AdminWords }): View {
  const [page, setPage] = useState<((props: SetupPageProps) => View) | null>(null);
  const [error, setError] = useState<unknown>();
  useEffect(() => {
    import('./setup-page.js').then(({ SetupPage }) => {
      // As one sheet, in the order of the imports (admin/kit/lazy-page.ts).
      document.adoptedStyleSheets = [];
      adoptStyles(document);
      setPage(() => SetupPage);
    }, setError);
  }, []);
  if (error !== undefined)
    return h(Notice, { meaning: 'danger', urgent: true, children: errorWords(props.words, error) });
  return page ? h(page, props) : h(Skeleton, { rows: 4, height: 48, label: props.words.t('common.loading') });
}
