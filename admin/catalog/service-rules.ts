import { h } from 'preact';
import { formatMinutes } from '../../widget/kit/dates.js';
import { Checkbox, SelectField, TextField } from '../../widget/kit/field.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { useAdmin } from '../admin-context.js';
import { DurationField } from '../kit/duration-field.js';
import { allUnits, shortUnits } from './service-draft.js';
import type { ServiceForm } from './use-service-form.js';

const usualSteps = [5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 240];

/** When it can be booked, and until when a booking can be changed. */
export function ServiceRules({ form }: { form: ServiceForm }): View {
  const { t, language } = useAdmin().words;
  const { draft, set, errorOf } = form;
  const steps = [...new Set([...usualSteps, Number(draft.step)])].sort((left, right) => left - right);
  return html`<div class="form-two">
    ${h(SelectField, {
      label: t('catalog.step'),
      name: 'stepMinutes',
      value: draft.step,
      options: steps.map((step) => ({ value: String(step), label: formatMinutes(language, step) })),
      onValue: (step) => set({ step }),
      hint: t('catalog.stepHint'),
    })}
    ${h(TextField, {
      label: t('catalog.horizon'),
      name: 'horizonDays',
      type: 'number',
      min: 1,
      max: 730,
      value: draft.horizon,
      onValue: (horizon) => set({ horizon }),
      hint: t('catalog.horizonHint'),
      error: errorOf('horizonDays'),
    })}
    ${h(DurationField, {
      label: t('catalog.before'),
      name: 'bufferBeforeMinutes',
      value: draft.before,
      units: shortUnits,
      onValue: (before) => set({ before }),
      hint: t('catalog.beforeHint'),
      error: errorOf('bufferBeforeMinutes'),
    })}
    ${h(DurationField, {
      label: t('catalog.after'),
      name: 'bufferAfterMinutes',
      value: draft.after,
      units: shortUnits,
      onValue: (after) => set({ after }),
      hint: t('catalog.afterHint'),
      error: errorOf('bufferAfterMinutes'),
    })}
    ${h(DurationField, {
      label: t('catalog.lead'),
      name: 'leadMinutes',
      value: draft.lead,
      units: allUnits,
      onValue: (lead) => set({ lead }),
      hint: t('catalog.leadHint'),
      error: errorOf('leadMinutes'),
    })}
    ${h(DurationField, {
      label: t('catalog.cancelNotice'),
      name: 'cancelNoticeMinutes',
      value: draft.cancelNotice,
      units: allUnits,
      onValue: (cancelNotice) => set({ cancelNotice }),
      hint: t('catalog.noticeHint'),
      error: errorOf('cancelNoticeMinutes'),
    })}
    ${h(DurationField, {
      label: t('catalog.rescheduleNotice'),
      name: 'rescheduleNoticeMinutes',
      value: draft.rescheduleNotice,
      units: allUnits,
      onValue: (rescheduleNotice) => set({ rescheduleNotice }),
      hint: t('catalog.noticeHint'),
      error: errorOf('rescheduleNoticeMinutes'),
    })}
    <div class="form-wide">
      ${h(Checkbox, {
        label: t('catalog.approval'),
        name: 'needsApproval',
        checked: draft.needsApproval,
        onChecked: (needsApproval) => set({ needsApproval }),
        hint: t('catalog.approvalHint'),
      })}
    </div>
  </div>`;
}
