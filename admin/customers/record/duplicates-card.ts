import { h } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Button } from '../../../widget/kit/button.js';
import type { View } from '../../../widget/kit/html.js';
import { html } from '../../../widget/kit/html.js';
import { Notice } from '../../../widget/kit/notice.js';
import { useAdmin } from '../../admin-context.js';
import type { Duplicate } from './types.js';

export interface DuplicatesCardProps {
  duplicates: readonly Duplicate[];
  busy: boolean;
  onAdd: () => void;
  /** Goes on with one of them instead, where that can be done. */
  onUse?: ((duplicate: Duplicate) => void) | undefined;
}

/** Who may be the same person, before a second record of them is made: look, or add all the same. */
export function DuplicatesCard({ duplicates, busy, onAdd, onUse }: DuplicatesCardProps): View {
  const { t } = useAdmin().words;
  const element = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => element.current?.focus(), [duplicates]);
  return html`<div ref=${element} tabindex="-1" class="record-duplicates">
    ${h(Notice, {
      meaning: 'warning',
      urgent: true,
      title: t('record.duplicates', { count: duplicates.length }),
      children: html`
        <ul>
          ${duplicates.map(
            ({ number, name, email, phone, reason }) => html`<li key=${number}>
              <a href=${`/admin/customers/${number}`} target="_blank" rel="noopener">${name}</a>
              <span class="record-muted">${[`#${number}`, email, phone].filter(Boolean).join(' · ')}</span>
              <span class="record-muted">${t(`record.same.${reason}`)}</span>
              ${onUse && h(Button, { size: 'small', onPress: () => onUse({ number, name, email, phone, reason }), children: t('create.useThis') })}
            </li>`,
          )}
        </ul>
        <p>${t('record.duplicatesText')}</p>
        ${h(Button, { size: 'small', busy, onPress: onAdd, children: t('record.addAllTheSame') })}
      `,
    })}
  </div>`;
}
