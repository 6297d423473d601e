import { Check } from 'lucide';
import { h } from 'preact';
import type { View } from '../../../widget/kit/html.js';
import { html } from '../../../widget/kit/html.js';
import { Icon } from '../../../widget/kit/icon.js';
import { useAdmin } from '../../admin-context.js';
import type { Step } from './steps.js';

const rail = ['upload', 'reading', 'columns', 'check', 'confirm', 'result'] as const;

export interface StepRailProps {
  current: Step | 'upload';
  /** The address of a step that can be gone back to; null: it can't. */
  hrefOf: (step: Step) => string | null;
}

/** Where in the import one is: what is done can be gone back to, what comes is named. */
export function StepRail({ current, hrefOf }: StepRailProps): View {
  const { t } = useAdmin().words;
  const at = rail.indexOf(current);
  return html`<nav aria-label=${t('import.steps')}>
    <ol class="import-rail">
      ${rail.map((step, index) => {
        const href = index < at && step !== 'upload' ? hrefOf(step) : null;
        const mark = html`<span class="import-rail-mark" aria-hidden="true">${index < at ? h(Icon, { icon: Check, size: 16 }) : index + 1}</span>`;
        const name = html`<span class="import-rail-name">${t(`import.step.${step}`)}${index < at && html`<span class="hidden-text"> (${t('import.stepDone')})</span>`}</span>`;
        return html`<li class=${index < at ? 'past' : ''} aria-current=${index === at ? 'step' : undefined}>
          ${href ? html`<a href=${href}>${mark}${name}</a>` : html`<span class="import-rail-item">${mark}${name}</span>`}
        </li>`;
      })}
    </ol>
  </nav>`;
}
