import type { ComponentChildren } from 'preact';
import { h } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { View } from '../../widget/kit/html.js';
import { useAdmin } from '../admin-context.js';
import { MoveDialog } from '../appointments/move/move-dialog.js';
import { MovePanel } from '../appointments/move/move-panel.js';
import type { Standing } from '../appointments/move/moving.js';
import { useMoving } from '../appointments/move/moving.js';
import { reasonSentence } from '../appointments/move/reason-words.js';
import { isOverrulable } from '../appointments/move/refused.js';
import type { CalendarState } from './calendar-state.js';
import { CreatePanel } from './create-panel.js';
import type { Drop } from './dragging.js';
import { isMovable } from './movable.js';
import type { CalendarAnswer, CalendarEvent } from './types.js';

export interface Moves {
  /** null: this account may neither move nor make anything. */
  onDrop: ((drop: Drop) => void) | null;
  asking: { drop: Drop; panel: ComponentChildren } | null;
  /** M on an appointment opens the dialog that moves it. */
  onKey(event: KeyboardEvent): void;
  dialog: View;
}

/** What is being moved on the calendar: by a drag that asks at its end, or in a dialog. */
export function useMoves(data: CalendarAnswer | undefined, state: CalendarState, changed: () => void): Moves {
  const { words, toasts, may } = useAdmin();
  const { t } = words;
  const [drop, setDrop] = useState<Drop | null>(null);
  const [chosen, setChosen] = useState<CalendarEvent | null>(null);
  const moving = useMoving(changed);
  // What was let go of stands on the days that it was let go of on.
  useEffect(() => setDrop(null), [state.view, state.from]);
  const close = () => {
    setDrop(null);
    moving.forget();
  };

  function dropped(given: Drop): void {
    moving.forget();
    const { refused, event } = given;
    if (event && refused && !(moving.mayOverrule && isOverrulable(refused))) {
      toasts.show({ kind: 'danger', text: t('move.not', { why: reasonSentence(words, refused) }) });
      setDrop(null);
    } else setDrop(given);
  }

  function standingOf(event: CalendarEvent): Standing {
    const { id, version, start, end, provider, customer, others } = event;
    const name = customer || serviceOf(event);
    return { id, version, start, end, provider, name, zone: data?.timezone ?? 'UTC', bookings: others + 1 };
  }
  const serviceOf = ({ service }: CalendarEvent): string => data?.services.find(({ id }) => id === service)?.name ?? '';

  function panelOf(asked: Drop, answer: CalendarAnswer): View {
    if (!asked.event) return h(CreatePanel, { drop: asked, data: answer, state, onClose: close });
    const { event, start, end } = asked;
    const provider = asked.provider ?? event.provider;
    return h(MovePanel, {
      key: `${event.id} ${start} ${end} ${provider}`,
      standing: standingOf(event),
      target: { start, end, provider },
      provider: answer.providers.find(({ id }) => id === provider)?.name ?? '',
      known: asked.refused,
      moving,
      onDone: close,
    });
  }

  function onKey(event: KeyboardEvent): void {
    const card = (event.target as Element).closest<HTMLElement>('[data-appointment]');
    if (!card || event.key.toLowerCase() !== 'm' || event.ctrlKey || event.metaKey || event.altKey) return;
    const found = data?.events.find(({ id }) => String(id) === card.dataset['appointment']);
    if (!found || !may('appointments.edit') || !isMovable(found)) return;
    event.preventDefault();
    setChosen(found);
  }

  return {
    onDrop: may('appointments.edit') ? dropped : null,
    asking: drop && data ? { drop, panel: panelOf(drop, data) } : null,
    onKey,
    dialog: h(MoveDialog, {
      standing: chosen && standingOf(chosen),
      onClose: () => setChosen(null),
      onMoved: changed,
    }),
  };
}
