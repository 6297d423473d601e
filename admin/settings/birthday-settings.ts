import { h } from 'preact';
import { Checkbox, SelectField } from '../../widget/kit/field.js';
import { dateFormat } from '../../widget/kit/formatters.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { useAdmin } from '../admin-context.js';

export interface BirthdaySettingsProps {
  draft: { birthdayGreeting: boolean; birthdayHour: number };
  onDraft: (some: Partial<{ birthdayGreeting: boolean; birthdayHour: number }>) => void;
}

const hours = Array.from({ length: 24 }, (_, hour) => hour);

/** Whether customers are greeted on their birthday, and from which hour of their own clock on (A019, A118). */
export function BirthdaySettings({ draft, onDraft }: BirthdaySettingsProps): View {
  const { t, language } = useAdmin().words;
  const told = dateFormat(language, { timeStyle: 'short', timeZone: 'UTC' });
  return html`<section aria-labelledby="settings-birthday">
    <h2 id="settings-birthday">${t('settings.birthday')}</h2>
    <p class="settings-text">${t('settings.birthdayText')}</p>
    ${h(Checkbox, {
      label: t('settings.birthdayOn'),
      name: 'birthdayGreeting',
      checked: draft.birthdayGreeting,
      onChecked: (birthdayGreeting) => onDraft({ birthdayGreeting }),
    })}
    ${
      draft.birthdayGreeting &&
      html`<div class="settings-short">${h(SelectField, {
        label: t('settings.birthdayHour'),
        name: 'birthdayHour',
        hint: t('settings.birthdayHourHint'),
        value: String(draft.birthdayHour),
        options: hours.map((hour) => ({ value: String(hour), label: told.format(hour * 3_600_000) })),
        onValue: (hour) => onDraft({ birthdayHour: Number(hour) }),
      })}</div>`
    }
  </section>`;
}
