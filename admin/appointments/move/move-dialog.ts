import { h } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { Button } from '../../../widget/kit/button.js';
import { dayAt } from '../../../widget/kit/dates.js';
import { isDay } from '../../../widget/kit/days.js';
import { Dialog } from '../../../widget/kit/dialog.js';
import { Checkbox, SelectField, TextField } from '../../../widget/kit/field.js';
import type { View } from '../../../widget/kit/html.js';
import { html } from '../../../widget/kit/html.js';
import { Notice } from '../../../widget/kit/notice.js';
import { Skeleton } from '../../../widget/kit/skeleton.js';
import { style } from '../../../widget/kit/styles.js';
import { useAdmin } from '../../admin-context.js';
import { useLoad } from '../../kit/load.js';
import { Problem } from '../../kit/problem.js';
import css from './move.css';
import type { StartTime } from './move-times.js';
import { MoveTimes, startsOf } from './move-times.js';
import type { Standing } from './moving.js';
import { useMoving } from './moving.js';
import { reasonSentence } from './reason-words.js';

style(css);

export interface MoveDialogProps {
  /** null: closed. */
  standing: Standing | null;
  onClose: () => void;
  /** It was moved, or somebody else was faster: what is shown is no longer right. */
  onMoved: () => void;
}

/** Moves an appointment without a drag: day, provider and time, where each time that can't be says why. */
export function MoveDialog({ standing, onClose, onMoved }: MoveDialogProps): View | null {
  // What was moved last stays drawn, closed: a dialog that is taken away takes along what stands in it, such as the way to undo.
  const shown = useRef({ lap: 0, standing });
  const wasOpen = useRef(false);
  if (standing && !wasOpen.current) shown.current = { lap: shown.current.lap + 1, standing };
  wasOpen.current = standing !== null;
  const last = shown.current;
  if (!last.standing) return null;
  return h(MoveForm, { key: last.lap, standing: last.standing, open: standing !== null, onClose, onMoved });
}

interface MoveFormProps {
  standing: Standing;
  open: boolean;
  onClose: () => void;
  onMoved: () => void;
}

function MoveForm({ standing, open, onClose, onMoved }: MoveFormProps): View {
  const { api, words } = useAdmin();
  const { t } = words;
  const { id, start, end, zone } = standing;
  const moving = useMoving(onMoved);
  const [day, setDay] = useState(dayAt(zone, start));
  const [provider, setProvider] = useState(standing.provider);
  const [time, setTime] = useState<StartTime | null>(null);
  const [notify, setNotify] = useState(true);
  const shownDay = isDay(day) ? day : dayAt(zone, start);
  const loaded = useLoad(`move ${id} ${shownDay}`, async (signal) => {
    const query = { appointment: String(id), from: shownDay, to: shownDay };
    return open ? api.call('GET /availability/day', { query, signal }) : null;
  });
  const answer = loaded.outdated ? undefined : loaded.data;
  const own = answer?.providers.find((one) => one.id === provider);
  const starts = useMemo(() => (own ? startsOf(own) : []), [own]);
  // A time stays chosen where another day or provider has it too; its reason may be another one.
  useEffect(() => {
    setTime((before) => starts.find((one) => one.start === (before?.start ?? Date.parse(start))) ?? null);
    moving.forget();
  }, [starts]);
  const reason = time && (moving.refused ?? time.reason);
  const isSame = time?.start === Date.parse(start) && provider === standing.provider;
  const send = async () => {
    if (!time) return;
    const target = { start: time.start, end: time.start + Date.parse(end) - Date.parse(start), provider };
    if (await moving.send(standing, target, { notify, overrule: reason !== null })) onClose();
  };
  const others =
    (answer ?? loaded.data)?.providers.filter(({ offered, id: each }) => offered || each === provider) ?? [];
  return h(Dialog, {
    open,
    title: t('move.title', { name: standing.name }),
    closeLabel: t('common.close'),
    onClose,
    actions: [
      h(Button, { onPress: onClose, children: t('move.cancel') }),
      h(Button, {
        kind: 'primary',
        busy: moving.busy,
        disabled: !time || isSame,
        onPress: send,
        children: t(reason ? 'move.anyway' : 'move.move'),
      }),
    ],
    children: html`<div class="move-form">
      ${h(TextField, { label: t('move.day'), name: 'day', type: 'date', value: day, onValue: setDay })}
      ${
        others.length > 1 &&
        h(SelectField, {
          label: t('appointments.provider'),
          name: 'provider',
          value: String(provider),
          onValue: (value) => setProvider(Number(value)),
          options: others.map((one) => ({ value: String(one.id), label: one.name })),
        })
      }
      ${loaded.error !== undefined && h(Problem, { error: loaded.error, onRetry: loaded.reload })}
      ${
        answer
          ? h(MoveTimes, {
              starts,
              zone,
              chosen: time?.start ?? null,
              mayOverrule: moving.mayOverrule,
              onChoose: setTime,
            })
          : loaded.error === undefined && h(Skeleton, { rows: 5, height: 36, label: t('common.loading') })
      }
      ${reason && h(Notice, { meaning: 'warning', urgent: true, children: reasonSentence(words, reason) })}
      ${standing.bookings > 1 && html`<p>${t('move.group', { count: standing.bookings })}</p>`}
      ${h(Checkbox, { label: t('move.notify'), name: 'notify', checked: notify, onChecked: setNotify })}
    </div>`,
  });
}
