import { CloudOff } from 'lucide';
import { h } from 'preact';
import { Button } from '../../widget/kit/button.js';
import { Empty } from '../../widget/kit/empty.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { Notice } from '../../widget/kit/notice.js';
import { useAdmin } from '../admin-context.js';
import { errorWords } from '../error-words.js';

export interface ProblemProps {
  error: unknown;
  onRetry: () => void;
  /** There is older content on the page, so a line above it is enough. */
  beside?: boolean;
}

/** Something could not be loaded: what happened, and a button to try again. */
export function Problem({ error, onRetry, beside }: ProblemProps): View {
  const { words } = useAdmin();
  const { t } = words;
  const retry = h(Button, { size: 'small', onPress: onRetry, children: t('common.retry') });
  const text = errorWords(words, error);
  if (beside) {
    return h(Notice, {
      meaning: 'danger',
      urgent: true,
      title: t('error.title'),
      children: html`<p>${text}</p>${retry}`,
    });
  }
  return html`<div role="alert">${h(Empty, { icon: CloudOff, title: t('error.title'), children: text, action: retry })}</div>`;
}
