import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';

/** A card of a settings page: what it is about, a sentence, its fields. */
export function Section({
  title,
  text,
  children,
}: {
  title: string;
  text?: string;
  children: ComponentChildren;
}): View {
  const id = useId();
  return html`<section aria-labelledby=${id}>
    <h2 id=${id}>${title}</h2>
    ${text && html`<p class="settings-text">${text}</p>`}
    ${children}
  </section>`;
}
