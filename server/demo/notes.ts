import type { Row } from '../db/rows.js';
import { toRow } from '../db/rows.js';
import { DAY, HOUR, MINUTE } from '../lib/time-zone.js';
import { demoZone } from './house.js';
import { seeded } from './seeded.js';

/* What the staff of the demo noted about their customers. */

interface DemoNote {
  text: string;
  pinned?: true;
  /** Hours from now until the reminder; negative: it is due since then. */
  remindIn?: number;
}

/** Each list belongs to one customer, in the order in which it is shown. */
const notes: readonly (readonly DemoNote[])[] = [
  [
    { text: 'Allergic to PPD. Ammonia-free line only, patch test every time.', pinned: true },
    { text: 'Ask how the daughter’s wedding was.', remindIn: -2 },
    { text: 'Likes the chair by the window and a black coffee.' },
    { text: 'Formula since March: 7.1 + 8.0, 20 vol, 35 minutes.\nRoots every five weeks.' },
    { text: 'Prefers Saturday mornings.' },
    { text: 'Came by recommendation of a neighbour.' },
  ],
  [
    { text: 'Left shoulder: gentle pressure, no arnica.', pinned: true },
    { text: 'Call about the ten-session card; it runs out next month.', remindIn: 20 },
  ],
  [{ text: 'Sometimes ten minutes late, comes straight from the ferry.' }],
  [
    { text: 'Bridal trial went well. Sent photos of the veil, half up with fresh flowers.' },
    { text: 'Book the second trial two weeks before the ceremony.', remindIn: 72 },
  ],
  [{ text: 'Pays by invoice to the company; address is on the card in the drawer.' }],
  [{ text: 'Brings a service dog. The corner seat has room.' }],
  [{ text: 'Hearing aid on the right side: speak from the left.' }, { text: 'Short at the sides, number 3.' }],
  [{ text: 'Speaks German at home, understands English well.' }],
];

/**
 * Notes of the demo, as rows. Their author is the first account, which the start makes beside the demo. A reminder that is due
 * stands in the bell; it counts as mailed, so that a first start sends nothing.
 */
export function noteRows(customers: readonly Row[], now: number): Row[] {
  const chance = seeded('notes');
  const written = chance.shuffled([...customers]).slice(0, notes.length);
  // Whoever looks at the newest customers first finds some of them.
  const rows: Row[] = [];
  for (const [index, customer] of written.entries()) {
    const of = notes[index] ?? [];
    for (const [position, { text, pinned, remindIn }] of of.entries()) {
      // Some day of the last weeks, in working hours.
      const createdAt = wholeDay(now - chance.whole(2, 20) * DAY) + chance.whole(9, 17) * HOUR;
      const remindAt = remindIn === undefined ? null : wholeHour(now + remindIn * HOUR);
      rows.push(
        toRow({
          id: rows.length + 1,
          ...{ customerId: customer['id'], text, position, pinned: pinned ?? false, authorId: 1 },
          ...{ remindAt, remindZone: remindAt === null ? null : demoZone },
          announcedAt: remindAt !== null && remindAt <= now ? remindAt : 0,
          ...{ createdAt, updatedAt: createdAt },
        }),
      );
    }
  }
  return rows;
}

const wholeDay = (instant: number): number => instant - (instant % DAY);
const wholeHour = (instant: number): number => instant - (instant % (30 * MINUTE));
