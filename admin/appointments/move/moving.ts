import { useState } from 'preact/hooks';
import { ApiError } from '../../../widget/kit/api.js';
import { formatDay, formatTime } from '../../../widget/kit/dates.js';
import { useAdmin } from '../../admin-context.js';
import { errorWords } from '../../error-words.js';
import { reasonSentence } from './reason-words.js';
import type { RefusalReason } from './refused.js';
import { isOverrulable } from './refused.js';

/** An appointment where it is. Instants as the API writes them. */
export interface Standing {
  id: number;
  version: number;
  start: string;
  end: string;
  provider: number;
  /** Whose name is said: a customer's, or the service's. */
  name: string;
  zone: string;
  /** How many move with it: a group's. */
  bookings: number;
}

/** Where it should be. Instants in epoch milliseconds. */
export interface Target {
  start: number;
  end: number;
  provider: number;
}

export interface Moving {
  busy: boolean;
  /** Why the rules refused the last try, where staff may decide against them. */
  refused: RefusalReason | null;
  /** Whether this account may decide against the rules. */
  mayOverrule: boolean;
  /** Moves it. Answers whether it is over: moved, or not to be moved at all, which is said in a toast. */
  send(standing: Standing, target: Target, wish: { notify: boolean; overrule: boolean }): Promise<boolean>;
  forget(): void;
}

const text = (instant: number): string => `${new Date(instant).toISOString().slice(0, 19)}Z`;

/** Moves appointments, offers to take it back, and says why where it can't be. `changed`: what is shown is no longer right. */
export function useMoving(changed: () => void): Moving {
  const { api, words, toasts, may, sessionEnded } = useAdmin();
  const { t, language } = words;
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<RefusalReason | null>(null);
  const mayOverrule = may('appointments.overrule');

  const post = (standing: Standing, target: Target, wish: { notify: boolean; overrule: boolean }) => {
    const length = Date.parse(standing.end) - Date.parse(standing.start);
    const body = {
      start: text(target.start),
      ...(target.end - target.start === length ? {} : { end: text(target.end) }),
      ...(target.provider === standing.provider ? {} : { provider: target.provider }),
      version: standing.version,
      ...wish,
    };
    return api.call('POST /appointments/:id/rescheduling', { params: { id: String(standing.id) }, body });
  };

  async function send(standing: Standing, target: Target, wish: { notify: boolean; overrule: boolean }) {
    setBusy(true);
    setRefused(null);
    try {
      const moved = await post(standing, target, wish);
      const back = { start: Date.parse(standing.start), end: Date.parse(standing.end), provider: standing.provider };
      const now = {
        ...standing,
        version: moved.version,
        start: moved.start,
        end: moved.end,
        provider: moved.provider.id,
      };
      const when = { day: formatDay(language, moved.start, 'short', standing.zone) };
      toasts.show({
        text: t('move.done', { ...when, time: formatTime(language, moved.start, standing.zone), name: standing.name }),
        // Where it was before was right, whatever the rules say of it now.
        undo: () => void post(now, back, { notify: wish.notify, overrule: mayOverrule }).then(undone, failed),
      });
      changed();
      return true;
    } catch (error) {
      return failed(error);
    } finally {
      setBusy(false);
    }
  }

  function undone(): void {
    toasts.show({ text: t('move.undone') });
    changed();
  }

  function failed(error: unknown): boolean {
    if (!(error instanceof ApiError)) throw error;
    const { code, details } = error;
    if (code === 'not_signed_in') {
      sessionEnded();
      return true;
    }
    const reason = details['reason'] as RefusalReason | undefined;
    if (reason && mayOverrule && isOverrulable(reason)) {
      setRefused(reason);
      return false;
    }
    toasts.show({ kind: 'danger', text: wordsOf(error, reason) });
    changed();
    return true;
  }

  function wordsOf(error: ApiError, reason: RefusalReason | undefined): string {
    if (reason) return t('move.not', { why: reasonSentence(words, reason) });
    if (error.code === 'stale') return t('move.stale');
    if (error.code === 'already_decided') return t('move.over');
    return errorWords(words, error);
  }

  return { busy, refused, mayOverrule, send, forget: () => setRefused(null) };
}
