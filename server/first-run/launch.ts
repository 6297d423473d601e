import type { Db } from '../db/connect.js';
import { settingValues } from '../settings/values.js';
import type { FirstRunDeps } from './deps.js';

/** The first site of somebody else that asked for the booking: the embed works there. */
export const embeddedName = 'embedded-on';

/**
 * Remembers that a page of another site asked; once for good, and one write in a process at most. What is no https site, or this
 * machine's own, is somebody trying.
 */
export function createEmbedWatch(db: Db, failed: (error: unknown) => void): (origin: string) => void {
  let known = false;
  return (origin) => {
    if (known || !/^https:\/\/[^/]{1,255}$/.test(origin)) return;
    known = true;
    db('settings')
      .insert({ name: embeddedName, value: JSON.stringify(origin) })
      .onConflict('name')
      .ignore()
      .catch(failed);
  };
}

export interface LaunchDeps extends Pick<FirstRunDeps, 'db' | 'settings'> {
  publicUrl: string;
  sendsMail: boolean;
}

/** How far a business is on its way to its first customers; each step is found out, none is ticked by hand. */
export async function launchSteps({ db, settings, publicUrl, sendsMail }: LaunchDeps) {
  const { demo, launchHidden, termsText, name } = await settings();
  const embedded = await db('settings').where({ name: embeddedName }).first('name');
  const booked = await db('bookings').first('id');
  return {
    demo,
    name,
    hidden: launchHidden,
    steps: {
      booked: booked !== undefined,
      embedded: embedded !== undefined,
      mail: sendsMail,
      address: publicUrl.startsWith('https:'),
      terms: termsText !== settingValues.termsText.initial,
    },
  };
}
