import { h } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../widget/kit/button.js';
import { Dialog } from '../../widget/kit/dialog.js';
import { Checkbox } from '../../widget/kit/field.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { useAdmin } from '../admin-context.js';
import { weekdays } from './hours-draft.js';
import { weekdayName } from './weekday-name.js';

export interface CopyDayProps {
  /** The day that is copied, 0 for Monday; null: closed. */
  from: number | null;
  onClose: () => void;
  onCopy: (targets: number[]) => void;
}

/** Which days get the hours of another. */
export function CopyDay({ from, onClose, onCopy }: CopyDayProps): View {
  const { t, language } = useAdmin().words;
  const [chosen, setChosen] = useState<readonly number[]>([]);
  useEffect(() => setChosen([]), [from]);
  const day = from === null ? '' : weekdayName(language, from);
  return h(Dialog, {
    open: from !== null,
    title: t('providers.copyTitle', { day }),
    closeLabel: t('common.close'),
    onClose,
    children: html`<p>${t('providers.copyText')}</p>
      ${weekdays
        .filter((other) => other !== from)
        .map((other) =>
          h(Checkbox, {
            key: other,
            name: `day-${other}`,
            label: weekdayName(language, other),
            checked: chosen.includes(other),
            onChecked: (checked) =>
              setChosen((before) => (checked ? [...before, other] : before.filter((one) => one !== other))),
          }),
        )}`,
    actions: [
      h(Button, { onPress: onClose, children: t('team.cancel') }),
      h(Button, {
        kind: 'primary',
        disabled: chosen.length === 0,
        onPress: () => onCopy([...chosen]),
        children: t('providers.copy'),
      }),
    ],
  });
}
