import { CircleQuestionMark } from 'lucide';
import type { ComponentChildren } from 'preact';
import { h } from 'preact';
import { useContext, useEffect } from 'preact/hooks';
import { Button } from '../../widget/kit/button.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { style } from '../../widget/kit/styles.js';
import { useAdmin } from '../admin-context.js';
import { HelpContext } from './help-context.js';
import css from './page.css';

style(css);

export interface PageProps {
  title: string;
  /** A count or another short fact beside the title. */
  aside?: string | undefined;
  /** Before the title: a portrait. */
  lead?: ComponentChildren;
  /** At the end of the title's line: what can be done with the whole. */
  actions?: ComponentChildren;
  children: ComponentChildren;
}

/** A page of the admin: a title, a short fact, content. Names the browser's tab too. */
export function Page({ title, aside, lead, actions, children }: PageProps): View {
  const { site, words } = useAdmin();
  const help = useContext(HelpContext);
  useEffect(() => {
    document.title = `${title} · ${site.name}`;
  }, [title, site.name]);
  return html`<div class="page">
    <div class="page-head">
      <div class="page-title">
        ${lead}
        <h1>${title}</h1>
        <p class="tabular" role="status">${aside}</p>
      </div>
      ${help && h(Button, { kind: 'quiet', size: 'small', icon: CircleQuestionMark, class: 'page-help', label: words.t('help.open'), href: addressOfHelp(help) })}
      ${actions && html`<div class="page-actions">${actions}</div>`}
    </div>
    ${children}
  </div>`;
}

const addressOfHelp = (name: string): string => (name === 'start' ? '/admin/help' : `/admin/help/${name}`);
