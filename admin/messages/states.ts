import { CircleAlert, CircleCheck, Hourglass } from 'lucide';
import type { MailRow } from '../admin-api.js';

export type MailState = MailRow['state'];

/** How each state of a message looks; the word comes from the catalogue. */
export const stateLook = {
  queued: { meaning: 'warning', icon: Hourglass, word: 'messages.state.queued' },
  sent: { meaning: 'good', icon: CircleCheck, word: 'messages.state.sent' },
  dead: { meaning: 'danger', icon: CircleAlert, word: 'messages.state.dead' },
} as const;

const states = ['queued', 'sent', 'dead'] as const;

/** The state that an address asks for; null for all. */
export const readState = (text: string | undefined): MailState | null => states.find((state) => state === text) ?? null;
