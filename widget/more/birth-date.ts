import { h } from 'preact';
import { dayAt, now, visitorZone } from '../kit/dates.js';
import { TextField } from '../kit/field.js';
import type { View } from '../kit/html.js';
import { html } from '../kit/html.js';

type Props = Omit<Parameters<typeof TextField>[0], 'value'> & { value: string };

/** Stands for a date of which day, month or year is still missing: the browser tells it apart from none, and has no value for it. */
const incomplete = '?';

const today = (): string => dayAt(visitorZone(), now());
const earliest = (): string => `${Number(today().slice(0, 4)) - 125}-01-01`;

/** Whether a value (`YYYY-MM-DD`) can't be the birth date of somebody who books. */
export const isWrongBirthDate = (value: string): boolean => value < earliest() || value > today();

/** The browser's own date field, which telephones have a picker for. */
export function birthDateField({ value, ...field }: Props): View {
  const look = ({ target }: Event) => {
    const { validity, value: shown } = target as HTMLInputElement;
    const found = validity.badInput ? incomplete : shown;
    if (found !== value) field.onValue(found);
  };
  return html`<div onKeyUp=${look} onFocusOut=${look}>
    ${h(TextField, {
      ...field,
      type: 'date',
      autocomplete: 'bday',
      min: earliest(),
      max: today(),
      // Without a value, what stands in the field so far is left alone.
      value: value === incomplete ? (undefined as unknown as string) : value,
    })}
  </div>`;
}
