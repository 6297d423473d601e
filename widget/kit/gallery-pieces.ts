import { ArrowRight, CalendarPlus, CalendarX, Inbox, Plus, Trash } from 'lucide';
import { h } from 'preact';
import { useState } from 'preact/hooks';
import { Badge, Status } from './badge.js';
import { Button } from './button.js';
import { Empty } from './empty.js';
import { Checkbox, SelectField, TextArea, TextField } from './field.js';
import type { View } from './html.js';
import { html } from './html.js';
import { Notice } from './notice.js';
import { Skeleton } from './skeleton.js';
import { Progress, Spinner } from './spinner.js';
import { Stepper } from './stepper.js';

export function actions(): View {
  const kinds = ['primary', 'secondary', 'quiet', 'danger'] as const;
  return html`${kinds.map(
    (kind) => html`<div class="gallery-row">
      ${h(Button, { kind, children: 'Book now' })} ${h(Button, { kind, icon: Plus, children: 'With an icon' })}
      ${h(Button, { kind, icon: ArrowRight, iconTurns: true, children: 'Continue' })}
      ${h(Button, { kind, busy: true, children: 'Booking' })} ${h(Button, { kind, disabled: true, children: 'Disabled' })}
      ${h(Button, { kind, size: 'small', children: 'Small' })} ${h(Button, { kind, icon: Trash, label: 'Delete' })}
      ${h(Button, { kind, href: '#link', children: 'A link' })}
    </div>`,
  )}`;
}

export function forms(): View {
  const [name, setName] = useState('');
  const [persons, setPersons] = useState(2);
  const [ticked, tick] = useState(false);
  const options = ['Mara', 'Inês', 'Any provider'].map((label) => ({ value: label, label }));
  return html`<div class="gallery-row">
      <div class="gallery-third">${h(TextField, { name: 'first', label: 'First name', value: name, onValue: setName, required: true })}</div>
      <div class="gallery-third">
        ${h(TextField, { name: 'email', type: 'email', label: 'E-mail', value: 'ana@', onValue: () => {}, error: 'This is not an e-mail address. It should look like ana@example.com.' })}
      </div>
      <div class="gallery-third">
        ${h(TextField, { name: 'phone', type: 'tel', label: 'Phone', note: 'optional', value: '+351 912 345 678', onValue: () => {}, hint: 'Only for questions about your visit.' })}
      </div>
    </div>
    <div class="gallery-row">
      <div class="gallery-third">${h(SelectField, { name: 'who', label: 'Provider', value: 'Inês', options, onValue: () => {} })}</div>
      <div class="gallery-third">${h(TextField, { name: 'off', label: 'Disabled', value: 'Not now', onValue: () => {}, disabled: true })}</div>
      <div class="gallery-third">${h(TextArea, { name: 'note', label: 'Note', note: 'optional', value: '', onValue: () => {} })}</div>
    </div>
    <div class="gallery-row">
      <div class="gallery-third">
        ${h(Checkbox, { name: 'terms', label: 'I accept the terms', checked: ticked, onChecked: tick, error: ticked ? undefined : 'Please tick this box.' })}
      </div>
      <div class="gallery-third">
        ${h(Stepper, { label: 'Persons', value: persons, min: 1, max: 4, onValue: setPersons, lessLabel: 'Fewer', moreLabel: 'More', text: `${persons} persons` })}
      </div>
    </div>`;
}

export function feedback(): View {
  return html`<div class="gallery-row">
      ${h(Status, { status: 'confirmed', word: 'Confirmed' })} ${h(Status, { status: 'pending', word: 'Waiting for approval' })}
      ${h(Status, { status: 'cancelled', word: 'Cancelled' })} ${h(Status, { status: 'rejected', word: 'Declined' })}
      ${h(Badge, { children: 'Group' })} ${h(Badge, { meaning: 'info', children: 'New' })} ${h(Spinner, { label: 'Loading' })}
      <div class="gallery-third">${h(Progress, { step: 2, of: 4, label: 'Step 2 of 4' })}</div>
    </div>
    ${h(Notice, { meaning: 'info', children: 'Times are shown in Lisbon time.' })}
    ${h(Notice, { meaning: 'good', title: 'Saved', children: 'The new hours apply from Monday.' })}
    ${h(Notice, { meaning: 'warning', title: 'The price has changed', children: 'It is now €52 instead of €48.' })}
    ${h(Notice, { meaning: 'danger', title: 'No connection', children: [html`<p>Nothing was booked.</p>`, h(Button, { children: 'Try again' })] })}
    <div class="gallery-row">
      <div class="gallery-third">
        ${h(Empty, { icon: CalendarX, title: 'No free times in August', children: 'The next free day is 2 September.', action: h(Button, { icon: CalendarPlus, children: 'Show 2 September' }) })}
      </div>
      <div class="gallery-third">${h(Empty, { icon: Inbox, title: 'No appointments yet' })}</div>
      <div class="gallery-third">${h(Skeleton, { rows: 3, height: 44, columns: 2, label: 'Loading' })}</div>
    </div>`;
}
