import { h } from 'preact';
import { Checkbox, SelectField, TextField } from '../../widget/kit/field.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { lengthWords, noticeChoices, stepChoices } from './lengths.js';
import type { AdminSettings, FormProps, FormRules } from './settings-form.js';
import { differing, settingsPage, useSettingsForm } from './settings-form.js';
import { Section } from './settings-section.js';

const names = [
  'newServiceStep',
  'newServiceLead',
  'newServiceHorizon',
  'newServiceNotice',
  'newServiceApproval',
] as const;
type BookingDraft = Omit<Pick<AdminSettings, (typeof names)[number]>, 'newServiceHorizon'> & { horizon: string };

const isHorizon = (text: string): boolean => /^\d{1,3}$/.test(text.trim()) && Number(text) >= 1 && Number(text) <= 730;

const rules: FormRules<BookingDraft> = {
  draftOf: ({ newServiceStep, newServiceLead, newServiceHorizon, newServiceNotice, newServiceApproval }) => ({
    newServiceStep,
    newServiceLead,
    horizon: String(newServiceHorizon),
    newServiceNotice,
    newServiceApproval,
  }),
  changesOf: (settings, { horizon, ...draft }) =>
    differing(settings, { ...draft, newServiceHorizon: isHorizon(horizon) ? Number(horizon) : -1 }, names),
  faultsOf: ({ t }, { horizon }) => (isHorizon(horizon) ? {} : { horizon: t('settings.horizonWrong') }),
};

/** What a new service begins with. Services that are there keep their own. */
function BookingForm(props: FormProps): View {
  const { words, draft, set, faults, frame } = useSettingsForm(props, rules);
  const { t } = words;
  const length = (name: 'newServiceStep' | 'newServiceLead' | 'newServiceNotice', choices: readonly number[]) =>
    h(SelectField, {
      label: t(`settings.${name}`),
      name,
      value: String(draft[name]),
      options: [...new Set([...choices, draft[name]])]
        .sort((left, right) => left - right)
        .map((minutes) => ({ value: String(minutes), label: lengthWords(words, minutes) })),
      onValue: (value) => set({ [name]: Number(value) }),
      hint: t(`settings.${name}Hint`),
    });
  return frame(
    h(Section, {
      title: t('settings.newServices'),
      text: t('settings.newServicesText'),
      children: html`<div class="settings-pair">
          ${length('newServiceStep', stepChoices)} ${length('newServiceLead', noticeChoices)}
          ${h(TextField, {
            label: t('settings.horizon'),
            name: 'horizon',
            type: 'number',
            min: 1,
            max: 730,
            value: draft.horizon,
            onValue: (horizon) => set({ horizon }),
            hint: t('settings.horizonHint'),
            error: faults['horizon'],
          })}
          ${length('newServiceNotice', noticeChoices)}
        </div>
        ${h(Checkbox, {
          label: t('settings.newServiceApproval'),
          name: 'newServiceApproval',
          checked: draft.newServiceApproval,
          onChecked: (newServiceApproval) => set({ newServiceApproval }),
        })}`,
    }),
  );
}

export const BookingRulesPage = settingsPage('booking', BookingForm);
