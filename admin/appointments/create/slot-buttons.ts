import type { Slot } from '../../../widget/booking/types.js';
import { formatDay, formatTime } from '../../../widget/kit/dates.js';
import type { View } from '../../../widget/kit/html.js';
import { html } from '../../../widget/kit/html.js';
import { useAdmin } from '../../admin-context.js';

export interface SlotButtonsProps {
  slots: readonly Slot[];
  zone: string;
  /** The start that is chosen. */
  chosen: string | undefined;
  /** They are of several days. */
  withDay?: boolean;
  onSlot: (slot: Slot) => void;
}

/** Free times to press. */
export function SlotButtons({ slots, zone, chosen, withDay, onSlot }: SlotButtonsProps): View {
  const { language } = useAdmin().words;
  return html`<div class=${withDay ? 'create-slots with-day' : 'create-slots'}>
    ${slots.map(
      (slot) => html`<button
        key=${slot.start}
        type="button"
        class="create-slot tabular"
        aria-pressed=${slot.start === chosen ? 'true' : 'false'}
        onClick=${() => onSlot(slot)}
      >
        ${withDay && html`<span class="create-muted">${formatDay(language, slot.start, 'short', zone)} </span>`}
        ${formatTime(language, slot.start, zone)}
      </button>`,
    )}
  </div>`;
}
