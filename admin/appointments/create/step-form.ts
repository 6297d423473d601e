import type { ComponentChildren, RefObject } from 'preact';
import { h } from 'preact';
import { Button } from '../../../widget/kit/button.js';
import type { View } from '../../../widget/kit/html.js';
import { html } from '../../../widget/kit/html.js';
import { Notice } from '../../../widget/kit/notice.js';
import { useAdmin } from '../../admin-context.js';

export interface StepFormProps {
  title: string;
  lead?: ComponentChildren;
  /** What is missing before one can go on. */
  problem?: string | null;
  submit?: string | false;
  busy?: boolean;
  class?: string;
  form?: RefObject<HTMLFormElement | null>;
  onBack?: (() => void) | undefined;
  onSubmit: () => void;
  children: ComponentChildren;
}

/** One step: its question, what can be chosen, and the ways back and on. Enter goes on. */
export function StepForm(props: StepFormProps): View {
  const { title, lead, problem, submit, busy, form, onBack, onSubmit, children } = props;
  const { t } = useAdmin().words;
  const send = (event: Event) => {
    event.preventDefault();
    onSubmit();
  };
  return html`<form ref=${form} class=${`create-step ${props.class ?? ''}`} novalidate onSubmit=${send}>
    <div class="create-head">
      <h2 tabindex="-1">${title}</h2>
      ${lead && html`<p class="create-muted">${lead}</p>`}
    </div>
    ${children}
    ${problem && h(Notice, { meaning: 'danger', urgent: true, children: problem })}
    ${
      (onBack || submit !== false) &&
      html`<div class="record-actions">
        ${onBack && h(Button, { onPress: onBack, children: t('create.back') })}
        ${submit !== false && h(Button, { kind: 'primary', type: 'submit', busy: busy ?? false, children: submit ?? t('create.continue') })}
      </div>`
    }
  </form>`;
}
