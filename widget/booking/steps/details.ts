import { h } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../../kit/button.js';
import { TextArea, TextField } from '../../kit/field.js';
import type { View } from '../../kit/html.js';
import { html } from '../../kit/html.js';
import { Skeleton } from '../../kit/skeleton.js';
import { faultOf, firstFault } from '../contact.js';
import type { StepProps } from '../context.js';
import type { Ask } from '../more.js';
import { notLoaded } from '../not-loaded.js';
import type { Contact } from '../options.js';

/** Who comes. A field is checked when it is left, all are when the visitor goes on; the focus goes to the first fault. */
export function DetailsStep({ booking }: StepProps): View {
  const { site, state, words, moreFields, retryMore, dispatch } = booking;
  const { t } = words;
  const { contact, refusedField } = state;
  /** null: all of them. */
  const [checked, setChecked] = useState<readonly string[] | null>([]);
  const form = useRef<HTMLFormElement>(null);
  const focus = (field: string) => form.current?.querySelector<HTMLElement>(`[name="${field}"]`)?.focus();

  useEffect(() => {
    if (refusedField) focus(refusedField);
  }, [refusedField, moreFields]);

  const ask: Ask = (name, label, fault) => ({
    name,
    label,
    value: contact[name],
    error:
      fault && (!checked || checked.includes(name)) ? fault : refusedField === name ? t('details.refused') : undefined,
    onValue: (value) => dispatch({ type: 'write', field: name, value }),
    // What was never filled in is no mistake yet.
    onLeave: () => contact[name] && setChecked((known) => known && [...known, name]),
  });
  if (site.visitorFields && !moreFields) {
    if (moreFields === undefined) return h(Skeleton, { rows: 5, height: 68, label: t('loading') });
    // What is only wished for is not asked today.
    if (Object.values(site.visitorFields).includes(true)) return notLoaded(words, retryMore);
  }
  const [fields, tick, faultyField] = moreFields?.(ask, site, contact, words.language) ?? [];
  const onSubmit = (event: Event) => {
    event.preventDefault();
    setChecked(null);
    const fault = firstFault(contact, site) ?? faultyField;
    if (fault) focus(fault);
    else dispatch({ type: 'details' });
  };
  // Leaving a field can bring up an error, which would push the button from under the pointer before the press is over.
  const keepFocus = (event: Event) => event.preventDefault();
  const own = (name: keyof Contact, label: string, required = true) => {
    const fault = faultOf(name, contact, site);
    return {
      ...(ask(name, label, fault ? t(fault) : undefined) as ReturnType<Ask> & { value: string }),
      required,
      note: !required && t('optional'),
    };
  };
  return html`<form ref=${form} class="details" novalidate onSubmit=${onSubmit}>
    <div class="pair">
      ${h(TextField, { ...own('firstName', t('details.firstName')), autocomplete: 'given-name', maxLength: 100 })}
      ${h(TextField, { ...own('lastName', t('details.lastName')), autocomplete: 'family-name', maxLength: 100 })}
    </div>
    <div class="pair">
      ${h(TextField, { ...own('email', t('details.email'), site.requireEmail), type: 'email', autocomplete: 'email', maxLength: 254, hint: t('details.emailHint') })}
      ${h(TextField, { ...own('phone', t('details.phone'), site.requirePhone), type: 'tel', autocomplete: 'tel', maxLength: 40 })}
    </div>
    ${fields}
    ${h(TextArea, { ...own('note', t('details.note'), false), maxLength: 2000 })}
    ${tick}
    <div class="actions" onMouseDown=${keepFocus}>${h(Button, { kind: 'primary', type: 'submit', part: 'main-button', children: t('continue') })}</div>
  </form>`;
}
