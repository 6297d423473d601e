import { h } from 'preact';
import type { Answers } from '../booking/contact.js';
import type { Ask, MakeMore } from '../booking/more.js';
import type { Site } from '../booking/types.js';
import { Checkbox, SelectField, TextField } from '../kit/field.js';
import type { View } from '../kit/html.js';
import { html } from '../kit/html.js';
import type { Words } from '../kit/words.js';
import { createWords } from '../kit/words.js';
import { moreDe } from '../locales/more-de.js';
import { moreEn } from '../locales/more-en.js';
import { birthDateField, isWrongBirthDate } from './birth-date.js';
import { countriesFrom } from './country-choices.js';
import { take } from './handed-preact.js';

/** In the order of the form; the tick comes last, after the note. */
const names = [
  'birthDate',
  'gender',
  'nationality',
  'occupation',
  'address1',
  'address2',
  'postalCode',
  'city',
  'state',
  'country',
] as const;
type Name = (typeof names)[number];

const genders = ['female', 'male', 'diverse', 'unsaid'] as const;

/** How each line of text is filled in by browsers, and how long it may be (server/customers/record/schema.ts). */
const lines = {
  occupation: ['organization-title', 120],
  address1: ['address-line1', 200],
  address2: ['address-line2', 200],
  postalCode: ['postal-code', 20],
  city: ['address-level2', 120],
  state: ['address-level1', 120],
} as const;

/**
 * What a business may ask beside name and contact (settings, `customerFields.….widget`). Whoever changes what is handed in or out
 * gives it another name: a page may still hold a widget of before.
 */
export const more: MakeMore = (own, ownId) => {
  take(own, ownId);
  return (ask, site, answers, language) => {
    const words = wordsIn(language);
    const asked = names.filter((name) => name in site.visitorFields!);
    const faults = new Map(asked.map((name) => [name, faultOf(words, name, answers, site)]));
    return [
      html`<div class="pair">${asked.map((name) => control(words, name, ask, site, faults.get(name)))}</div>`,
      'newsletter' in site.visitorFields! ? newsletter(words, ask, site) : undefined,
      asked.find((name) => faults.get(name)),
    ];
  };
};

let kept: Words<typeof moreEn> | undefined;
function wordsIn(language: string): Words<typeof moreEn> {
  if (kept?.language !== language) kept = createWords({ en: moreEn, de: moreDe }, language);
  return kept;
}

function faultOf({ t }: Words<typeof moreEn>, name: Name, answers: Answers, site: Site): string | undefined {
  const value = answers[name];
  if (!value) return site.visitorFields![name] ? t(`more.${name}.missing`) : undefined;
  return name === 'birthDate' && isWrongBirthDate(value) ? t('more.birthDate.wrong') : undefined;
}

function control(
  { t, language }: Words<typeof moreEn>,
  name: Name,
  ask: Ask,
  site: Site,
  fault: string | undefined,
): View {
  const { value, onValue, ...asked } = ask(name, t(`more.${name}`), fault);
  const required = site.visitorFields![name];
  const field = {
    ...asked,
    key: name,
    required,
    note: !required && t('more.optional'),
    value: (value ?? '') as string,
    // Nothing is sent of what is empty.
    onValue: (typed: string) => onValue(typed || undefined),
  };
  const choice = (options: { value: string; label: string }[], autocomplete?: string) =>
    h(SelectField, { ...field, autocomplete, options: [{ value: '', label: t('more.choose') }, ...options] });
  switch (name) {
    case 'birthDate':
      return birthDateField(field);
    case 'gender':
      return choice(
        genders.map((gender) => ({ value: gender, label: t(`more.gender.${gender}`) })),
        'sex',
      );
    case 'nationality':
      return choice(countriesFrom(language, site.country));
    case 'country':
      return choice(countriesFrom(language, site.country), 'country');
    default: {
      const [autocomplete, maxLength] = lines[name];
      return h(TextField, { ...field, autocomplete, maxLength });
    }
  }
}

/** Consent: never ticked beforehand, and never required. */
function newsletter({ t }: Words<typeof moreEn>, ask: Ask, { name: business }: Site): View {
  const { name, value, error, onValue } = ask('newsletter', '', undefined);
  return h(Checkbox, {
    name,
    error,
    label: t('more.newsletter', { business }),
    checked: value === true,
    onChecked: (checked) => onValue(checked || undefined),
  });
}
