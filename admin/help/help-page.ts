import { LifeBuoy } from 'lucide';
import { h } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../widget/kit/button.js';
import { formatDay } from '../../widget/kit/dates.js';
import { Empty } from '../../widget/kit/empty.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { Skeleton } from '../../widget/kit/skeleton.js';
import { style } from '../../widget/kit/styles.js';
import { useAdmin } from '../admin-context.js';
import { Page } from '../kit/page.js';
import { Problem } from '../kit/problem.js';
import type { Params } from '../routes.js';
import type { HelpTexts } from './contents.js';
import { helpIn, helpNames, isHelpName } from './contents.js';
import css from './help-page.css';

style(css);

/** The help: its contents, or one page of it with its date and its neighbours (FEATURES A127). */
export function HelpPage({ params }: { params: Params }): View {
  const { words } = useAdmin();
  const { t, language } = words;
  const name = params['page'] ?? 'start';
  const [texts, setTexts] = useState<HelpTexts | undefined>();
  const [error, setError] = useState<unknown>();
  const fetchTexts = () => {
    setError(undefined);
    helpIn(language).then(setTexts, setError);
  };
  useEffect(fetchTexts, [language]);

  if (error !== undefined)
    return h(Page, { title: t('help.title'), children: h(Problem, { error, onRetry: fetchTexts }) });
  if (!texts)
    return h(Page, {
      title: t('help.title'),
      children: h(Skeleton, { rows: 8, height: 24, label: t('common.loading') }),
    });
  if (!isHelpName(name)) {
    const action = h(Button, { href: '/admin/help', children: t('help.contents') });
    const children = h(Empty, { icon: LifeBuoy, title: t('help.unknown'), children: t('help.unknownText'), action });
    return h(Page, { title: t('help.title'), children });
  }
  const page = texts[name];
  const related = page.related.filter(isHelpName);
  const updated = formatDay(language, `${page.updated}T00:00:00Z`, 'long', 'UTC');
  return h(Page, {
    title: page.title,
    children: html`<div class="help">
      <nav class="help-contents" aria-label=${t('help.contents')}>
        <ul>
          ${helpNames.map((other) => html`<li key=${other}>${link(other, other === name)}</li>`)}
        </ul>
      </nav>
      <article class="help-text">
        <p class="help-updated">${t('help.updated', { day: updated })}</p>
        <div dangerouslySetInnerHTML=${{ __html: page.html }}></div>
        ${
          related.length > 0 &&
          html`<nav class="help-related" aria-labelledby="help-related">
            <h2 id="help-related">${t('help.related')}</h2>
            <ul>${related.map((other) => html`<li key=${other}>${link(other, false)}</li>`)}</ul>
          </nav>`
        }
      </article>
    </div>`,
  });

  function link(other: keyof HelpTexts, current: boolean): View {
    const address = other === 'start' ? '/admin/help' : `/admin/help/${other}`;
    return html`<a href=${address} aria-current=${current ? 'page' : undefined}>${texts?.[other].title}</a>`;
  }
}
