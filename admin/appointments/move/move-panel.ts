import { h } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../../../widget/kit/button.js';
import { formatDay, formatTimeRange } from '../../../widget/kit/dates.js';
import { Checkbox } from '../../../widget/kit/field.js';
import type { View } from '../../../widget/kit/html.js';
import { html } from '../../../widget/kit/html.js';
import { Notice } from '../../../widget/kit/notice.js';
import { useAdmin } from '../../admin-context.js';
import type { Moving, Standing, Target } from './moving.js';
import { reasonSentence } from './reason-words.js';
import type { RefusalReason } from './refused.js';

export interface MovePanelProps {
  standing: Standing;
  target: Target;
  /** The provider's name. */
  provider: string;
  /** What is known against it beforehand. */
  known: RefusalReason | null;
  moving: Moving;
  onDone: () => void;
}

/** Asks once more beside what was just let go of: move it there, and tell the customer? Escape puts it back. */
export function MovePanel({ standing, target, provider, known, moving, onDone }: MovePanelProps): View {
  const { words } = useAdmin();
  const { t, language } = words;
  const [notify, setNotify] = useState(true);
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    element.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    element.current?.querySelector<HTMLElement>('.button.primary')?.focus({ preventScroll: true });
    return () => (before as HTMLElement | null)?.focus?.({ preventScroll: true });
  }, []);
  const reason = moving.refused ?? known;
  const facts = {
    day: formatDay(language, target.start, 'short', standing.zone),
    time: formatTimeRange(language, target.start, target.end, standing.zone),
    provider,
  };
  const label = t('move.question', facts);
  const send = async () => {
    if (await moving.send(standing, target, { notify, overrule: reason !== null })) onDone();
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onDone();
  };
  return html`<div class="move-panel" ref=${element} role="dialog" aria-label=${label} onKeyDown=${onKey}>
    <p>${label}</p>
    ${reason && h(Notice, { meaning: 'warning', urgent: true, children: reasonSentence(words, reason) })}
    ${standing.bookings > 1 && html`<p>${t('move.group', { count: standing.bookings })}</p>`}
    ${h(Checkbox, { label: t('move.notify'), name: 'notify', checked: notify, onChecked: setNotify })}
    <div class="move-actions">
      ${h(Button, { size: 'small', onPress: onDone, children: t('move.cancel') })}
      ${h(Button, { kind: 'primary', size: 'small', busy: moving.busy, onPress: send, children: t(reason ? 'move.anyway' : 'move.move') })}
    </div>
  </div>`;
}
