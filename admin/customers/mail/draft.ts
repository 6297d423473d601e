import type { AdminApi } from '../../../server/api.js';

export type CustomerSelection = AdminApi['POST /newsletters']['body']['selection'];

/** Whom to write to: one customer, or all subscribed ones of a selection. */
export type MailTarget =
  | { number: number; name: string; email: string | null }
  | { selection: CustomerSelection; count: number };

export interface Draft {
  subject: string;
  text: string;
  /** Of the request that sends it: the same for every try, another one as soon as the draft changes (ATTACKS S67). */
  key: string;
}

const storageName = (target: MailTarget): string =>
  `bookpane-draft-${'number' in target ? target.number : 'newsletter'}`;

const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(18)), (byte) => byte.toString(36).padStart(2, '0')).join('');

export const emptyDraft = (): Draft => ({ subject: '', text: '', key: newKey() });

/** The draft with other words. */
export const changedDraft = (draft: Draft, change: Partial<Omit<Draft, 'key'>>): Draft => ({
  ...draft,
  ...change,
  key: newKey(),
});

/** What was written here before and not sent, until the tab is closed. */
export function readDraft(target: MailTarget): Draft {
  try {
    const kept = JSON.parse(sessionStorage.getItem(storageName(target)) ?? 'null') as Partial<Draft> | null;
    if (kept && typeof kept.subject === 'string' && typeof kept.text === 'string')
      return { subject: kept.subject, text: kept.text, key: typeof kept.key === 'string' ? kept.key : newKey() };
  } catch {
    // Nothing that can be read is nothing.
  }
  return emptyDraft();
}

export function keepDraft(target: MailTarget, draft: Draft): void {
  try {
    if (draft.subject === '' && draft.text === '') sessionStorage.removeItem(storageName(target));
    else sessionStorage.setItem(storageName(target), JSON.stringify(draft));
  } catch {
    // Without storage the draft lives as long as the page.
  }
}

export function forgetDraft(target: MailTarget): void {
  keepDraft(target, { subject: '', text: '', key: '' });
}
