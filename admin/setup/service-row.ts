import { X } from 'lucide';
import { h } from 'preact';
import { Button } from '../../widget/kit/button.js';
import { TextField } from '../../widget/kit/field.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import type { DraftService } from './draft.js';
import { isMinutes, isPrice } from './faults.js';
import type { SetupWords } from './setup-words.js';

export interface ServiceRowProps {
  words: SetupWords;
  service: DraftService;
  currency: string;
  /** Whether what is wrong is to be shown. */
  checked: boolean;
  /** null removes it. */
  onChange: (some: Partial<DraftService> | null) => void;
}

/** One service of the list: what it is called, how long it takes, what it costs. */
export function ServiceRow({ words, service, currency, checked, onChange }: ServiceRowProps): View {
  const { t } = words;
  const { key, name, minutes, price, capacity } = service;
  const faulty = (wrong: boolean) => (checked && wrong ? ' ' : undefined);
  return html`<li class="setup-service">
    ${h(TextField, {
      label: t('setup.service'),
      name: `service-${key}`,
      maxLength: 120,
      value: name,
      onValue: (typed) => onChange({ name: typed }),
      error: faulty(!name.trim()),
    })}
    ${h(TextField, {
      label: t('setup.minutes'),
      name: `minutes-${key}`,
      maxLength: 4,
      value: minutes,
      onValue: (typed) => onChange({ minutes: typed }),
      error: faulty(!isMinutes(minutes)),
    })}
    ${h(TextField, {
      label: t('setup.price', { currency }),
      name: `price-${key}`,
      maxLength: 12,
      value: price,
      onValue: (typed) => onChange({ price: typed }),
      error: faulty(!isPrice(price, currency)),
    })}
    ${h(Button, {
      kind: 'quiet',
      icon: X,
      label: t('setup.removeService', { name: name || t('setup.newService') }),
      onPress: () => onChange(null),
    })}
    ${capacity > 1 && html`<p class="setup-service-more">${t('setup.persons', { count: capacity })}</p>`}
  </li>`;
}
