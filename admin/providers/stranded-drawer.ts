import { ExternalLink } from 'lucide';
import { h } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Badge, Status } from '../../widget/kit/badge.js';
import { Button } from '../../widget/kit/button.js';
import { dayAt, formatDay, formatTimeRange } from '../../widget/kit/dates.js';
import { Drawer } from '../../widget/kit/dialog.js';
import { Checkbox, SelectField } from '../../widget/kit/field.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { Icon } from '../../widget/kit/icon.js';
import { Notice } from '../../widget/kit/notice.js';
import { style } from '../../widget/kit/styles.js';
import { useAdmin } from '../admin-context.js';
import css from './stranded.css';
import type { Choice, Stranded, StrandedAppointment } from './stranded-words.js';

style(css);

export interface StrandedDrawerProps {
  /** null: closed. */
  stranded: Stranded | null;
  busy: boolean;
  onClose: () => void;
  /** Save, then do what was chosen; whoever is not in the map is kept. */
  onConfirm: (choices: ReadonlyMap<number, Choice>, notify: boolean) => void;
}

/** The appointments that a change would strand: kept unless somebody chooses otherwise. */
export function StrandedDrawer({ stranded, busy, onClose, onConfirm }: StrandedDrawerProps): View {
  const { words, may } = useAdmin();
  const { t } = words;
  const [choices, setChoices] = useState<ReadonlyMap<number, Choice>>(new Map());
  const [notify, setNotify] = useState(true);
  useEffect(() => {
    setChoices(new Map());
    setNotify(true);
  }, [stranded]);
  const items = stranded?.items ?? [];
  const mayAct = may('appointments.edit');
  const acting = [...choices.values()].some((choice) => choice !== 'keep');
  const choose = (some: readonly StrandedAppointment[], choice: (item: StrandedAppointment) => Choice) =>
    setChoices((before) => new Map([...before, ...some.map((item) => [item.id, choice(item)] as const)]));
  const rest = stranded ? stranded.total - stranded.hidden - items.length : 0;

  return h(Drawer, {
    open: stranded !== null,
    title: t('stranded.title', { count: stranded?.total ?? 0 }),
    closeLabel: t('common.close'),
    onClose,
    children: html`<div class="stranded">
      <p>${t('stranded.text')}</p>
      ${stranded && stranded.hidden > 0 && h(Notice, { children: t('stranded.hidden', { count: stranded.hidden }) })}
      ${mayAct && items.length > 2 && all()}
      <ul>${items.map((item) => h(Item, { key: item.id, item, mayAct, choice: choices.get(item.id) ?? 'keep', onChoice: (choice) => choose([item], () => choice) }))}</ul>
      ${rest > 0 && html`<p class="stranded-quiet">${t('stranded.more', { count: rest })}</p>`}
      ${acting && h(Checkbox, { name: 'notify', label: t('stranded.notify'), checked: notify, onChecked: setNotify })}
    </div>`,
    actions: html`${h(Button, { onPress: onClose, children: t('team.cancel') })}
      ${h(Button, {
        kind: 'primary',
        busy,
        onPress: () => onConfirm(choices, notify),
        children: t(acting ? 'stranded.saveAndDo' : 'stranded.saveAndKeep'),
      })}`,
  });

  function all(): View {
    return html`<div class="stranded-all" role="group" aria-label=${t('stranded.all')}>
      <span>${t('stranded.all')}</span>
      ${h(Button, { size: 'small', onPress: () => choose(items, () => 'keep'), children: t('stranded.keepAll') })}
      ${
        items.some(({ others }) => others.length > 0) &&
        h(Button, {
          size: 'small',
          onPress: () => choose(items, ({ others }) => others[0]?.id ?? 'keep'),
          children: t('stranded.giveAll'),
        })
      }
      ${h(Button, { size: 'small', onPress: () => choose(items, () => 'cancel'), children: t('stranded.cancelAll') })}
    </div>`;
  }
}

interface ItemProps {
  item: StrandedAppointment;
  mayAct: boolean;
  choice: Choice;
  onChoice: (choice: Choice) => void;
}

function Item({ item, mayAct, choice, onChoice }: ItemProps): View {
  const { t, language } = useAdmin().words;
  const { id, start, end, status, reason, service, provider, location, customers, others } = item;
  const day = dayAt(location.timeZone, start);
  const who = new Intl.ListFormat(language).format(customers) || t('stranded.nobody');
  const open = `/admin/appointments?from=${day}&days=1&provider=${provider.id}&open=${id}`;
  return html`<li>
    <p class="stranded-when">
      <strong>${formatDay(language, start, 'short', location.timeZone)}, ${formatTimeRange(language, start, end, location.timeZone)}</strong>
      <a href=${open} target="_blank" rel="noopener">${t('stranded.open')}${h(Icon, { icon: ExternalLink, size: 16 })}<span class="hidden-text">${who}</span></a>
    </p>
    <p>${who}</p>
    <p class="stranded-quiet">${[service, provider.name, location.name].join(' · ')}</p>
    <p class="stranded-badges">
      ${h(Status, { status, word: t(`status.${status}`) })}
      ${h(Badge, { meaning: 'warning', children: t(`refusal.${reason}`) })}
    </p>
    ${
      mayAct &&
      h(SelectField, {
        label: t('stranded.choice', { who }),
        name: `choice-${id}`,
        value: String(choice),
        onValue: (value) => onChoice(value === 'keep' || value === 'cancel' ? value : Number(value)),
        options: [
          { value: 'keep', label: t('stranded.keep') },
          ...others.map((other) => ({ value: String(other.id), label: t('stranded.give', { name: other.name }) })),
          { value: 'cancel', label: t('stranded.cancel') },
        ],
        hint: others.length === 0 ? t('stranded.noOthers') : undefined,
      })
    }
  </li>`;
}
