import { h } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../../kit/button.js';
import { TextArea, TextField } from '../../kit/field.js';
import type { View } from '../../kit/html.js';
import { html } from '../../kit/html.js';
import { contactFields, faultOf, firstFault } from '../contact.js';
import type { StepProps } from '../context.js';
import type { Contact } from '../options.js';

/** Who comes. A field is checked when it is left, all are when the visitor goes on; the focus goes to the first fault. */
export function DetailsStep({ booking }: StepProps): View {
  const { site, state, words, dispatch } = booking;
  const { t } = words;
  const { contact, refusedField } = state;
  const [checked, setChecked] = useState<readonly (keyof Contact)[]>([]);
  const form = useRef<HTMLFormElement>(null);
  const focus = (field: keyof Contact) => form.current?.querySelector<HTMLElement>(`[name="${field}"]`)?.focus();

  useEffect(() => {
    if (refusedField) focus(refusedField);
  }, [refusedField]);

  const common = (name: keyof Contact, label: string) => {
    const fault = checked.includes(name) ? faultOf(name, contact, site) : null;
    return {
      name,
      label,
      value: contact[name],
      error: fault ? t(fault) : refusedField === name ? t('details.refused') : undefined,
      onValue: (value: string) => dispatch({ type: 'write', field: name, value }),
      // What was never filled in is no mistake yet.
      onLeave: () => contact[name].trim() && setChecked((known) => [...known, name]),
    };
  };
  const onSubmit = (event: Event) => {
    event.preventDefault();
    setChecked(contactFields);
    const fault = firstFault(contact, site);
    if (fault) focus(fault);
    else dispatch({ type: 'details' });
  };
  // Leaving a field can bring up an error, which would push the button from under the pointer before the press is over.
  const keepFocus = (event: Event) => event.preventDefault();
  const needed = (required = true) => ({ required, note: !required && t('optional') });
  return html`<form ref=${form} class="details" novalidate onSubmit=${onSubmit}>
    <div class="pair">
      ${h(TextField, { ...common('firstName', t('details.firstName')), ...needed(), autocomplete: 'given-name', maxLength: 100 })}
      ${h(TextField, { ...common('lastName', t('details.lastName')), ...needed(), autocomplete: 'family-name', maxLength: 100 })}
    </div>
    <div class="pair">
      ${h(TextField, { ...common('email', t('details.email')), ...needed(site.requireEmail), type: 'email', autocomplete: 'email', maxLength: 254, hint: t('details.emailHint') })}
      ${h(TextField, { ...common('phone', t('details.phone')), ...needed(site.requirePhone), type: 'tel', autocomplete: 'tel', maxLength: 40 })}
    </div>
    ${h(TextArea, { ...common('note', t('details.note')), note: t('optional'), maxLength: 2000 })}
    <div class="actions" onMouseDown=${keepFocus}>${h(Button, { kind: 'primary', type: 'submit', part: 'main-button', children: t('continue') })}</div>
  </form>`;
}
