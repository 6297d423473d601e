import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { style } from '../../widget/kit/styles.js';
import { useAdmin } from '../admin-context.js';
import css from './page.css';

style(css);

export interface PageProps {
  title: string;
  /** A count or another short fact beside the title. */
  aside?: string | undefined;
  children: ComponentChildren;
}

/** A page of the admin: a title, a short fact, content. Names the browser's tab too. */
export function Page({ title, aside, children }: PageProps): View {
  const { site } = useAdmin();
  useEffect(() => {
    document.title = `${title} · ${site.name}`;
  }, [title, site.name]);
  return html`<div class="page">
    <div class="page-head">
      <h1>${title}</h1>
      <p class="tabular" role="status">${aside}</p>
    </div>
    ${children}
  </div>`;
}
