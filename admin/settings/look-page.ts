import { h } from 'preact';
import { useState } from 'preact/hooks';
import { Checkbox, SelectField } from '../../widget/kit/field.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { style } from '../../widget/kit/styles.js';
import { publicApi } from '../admin-api.js';
import { useAdmin } from '../admin-context.js';
import { Choice } from '../kit/choice.js';
import { useLoad } from '../kit/load.js';
import { BookingPreview } from '../setup/booking-preview.js';
import { EmbedCode, embedCode } from '../setup/embed-code.js';
import { ColourField } from './colour-field.js';
import { isColour } from './contrast.js';
import css from './look-page.css';
import { siteLanguages } from './place-options.js';
import type { AdminSettings, FormProps, FormRules } from './settings-form.js';
import { differing, settingsPage, useSettingsForm } from './settings-form.js';
import { Section } from './settings-section.js';

style(css);

interface LookDraft {
  /** As typed; '' for Bookpane’s own. */
  accent: string;
  theme: AdminSettings['theme'];
}

const ownColour = '#17636b';

const rules: FormRules<LookDraft> = {
  draftOf: ({ accent, theme }) => ({ accent: accent ?? '', theme }),
  changesOf: (settings, { accent, theme }) =>
    differing(settings, { accent: accent ? accent.toLowerCase() : null, theme }, ['accent', 'theme']),
  faultsOf: ({ t }, { accent }) => (accent === '' || isColour(accent) ? {} : { accent: t('settings.accentWrong') }),
};

/** How the booking looks, beside the booking itself, and the code for a website. */
function LookForm(props: FormProps): View {
  const { words, draft, set, faults, frame } = useSettingsForm(props, rules);
  const { t } = words;
  const accent = isColour(draft.accent) ? draft.accent : ownColour;
  const [chosen, setChosen] = useState<Record<string, string>>({});
  const attributes = { ...chosen, ...(draft.theme === 'auto' ? {} : { theme: draft.theme }) };
  return html`<div class="look">
    ${frame(html`
      ${h(Section, {
        title: t('settings.looks'),
        children: html`
          ${h(ColourField, {
            words,
            value: draft.accent,
            usual: ownColour,
            onValue: (value) => set({ accent: value }),
            error: faults['accent'],
          })}
          <div class="field">
            <span class="look-label">${t('settings.theme')}</span>
            ${h(Choice<LookDraft['theme']>, {
              label: t('settings.theme'),
              value: draft.theme,
              options: (['auto', 'light', 'dark'] as const).map((value) => ({
                value,
                label: t(`settings.theme.${value}`),
              })),
              onValue: (theme) => set({ theme }),
            })}
            <p class="field-hint">${t('settings.themeHint')}</p>
          </div>
        `,
      })}
      ${h(Embed, { words, attributes, chosen, onChosen: setChosen })}
    `)}
    <div class="look-preview">
      <p class="settings-text">${t('settings.previewText')}</p>
      ${h(BookingPreview, { label: t('settings.preview'), attributes, properties: { '--bookpane-accent': accent } })}
    </div>
  </div>`;
}

interface EmbedProps {
  words: ReturnType<typeof useSettingsForm>['words'];
  attributes: Readonly<Record<string, string>>;
  chosen: Readonly<Record<string, string>>;
  onChosen: (chosen: Record<string, string>) => void;
}

/** The code to paste, with what is chosen beforehand on that page. */
function Embed({ words, attributes, chosen, onChosen }: EmbedProps): View {
  const { api, site } = useAdmin();
  const { t } = words;
  const catalog = useLoad('catalog', (signal) => publicApi.call('GET /catalog', { signal })).data;
  const environment = useLoad('environment', (signal) => api.call('GET /settings/environment', { signal })).data;
  const publicUrl =
    environment?.items.find(({ variable }) => variable === 'BOOKPANE_PUBLIC_URL')?.value ?? location.origin;
  const choose = (name: string) => (value: string) => {
    const { [name]: _, ...others } = chosen;
    const next: Record<string, string> = value ? { ...others, [name]: value } : others;
    if (!next['service'] && !next['provider']) delete next['lock'];
    onChosen(next);
  };
  const select = (name: string, label: string, none: string, options: readonly { value: string; label: string }[]) =>
    h(SelectField, {
      label,
      name,
      value: chosen[name] ?? '',
      options: [{ value: '', label: none }, ...options],
      onValue: choose(name),
    });
  const named = (things: readonly { id: number; name: string }[] | undefined) =>
    (things ?? []).map(({ id, name }) => ({ value: String(id), label: name }));
  const label = site.language.startsWith('de') ? 'Online buchen' : 'Book online';
  return h(Section, {
    title: t('settings.embed'),
    text: t('settings.embedText'),
    children: html`
      <div class="settings-pair">
        ${select('service', t('settings.embedService'), t('settings.embedAny'), named(catalog?.services))}
        ${select('provider', t('settings.embedProvider'), t('settings.embedAny'), named(catalog?.providers))}
        ${select('lang', t('settings.embedLanguage'), t('settings.embedVisitor'), siteLanguages)}
      </div>
      ${
        (chosen['service'] || chosen['provider']) &&
        h(Checkbox, {
          label: t('settings.embedLock'),
          name: 'lock',
          checked: chosen['lock'] === 'true',
          onChecked: (lock) => choose('lock')(lock ? 'true' : ''),
        })
      }
      ${h(EmbedCode, {
        code: embedCode(publicUrl, attributes, label),
        label: t('settings.embedCode'),
        copy: t('settings.copy'),
        copied: t('settings.copied'),
      })}
    `,
  });
}

export const LookPage = settingsPage('look', LookForm, true);
