import { useMemo, useRef, useState } from 'preact/hooks';
import { createKeys } from '../../../widget/booking/sending.js';
import type { Times } from '../../../widget/booking/times.js';
import type { Slot } from '../../../widget/booking/types.js';
import { byId, totalOf } from '../../../widget/booking/visit.js';
import { ApiError } from '../../../widget/kit/api.js';
import type { AdminApi } from '../../admin-api.js';
import { publicApi } from '../../admin-api.js';
import { useAdmin } from '../../admin-context.js';
import type { Duplicate } from '../../customers/record/types.js';
import { errorWords } from '../../error-words.js';
import type { Chosen, Draft, Offer } from './draft.js';
import { chosenExtras, extrasTotal } from './extras.js';
import type { NewCustomerForm } from './use-new-customer.js';

type StaffBooking = AdminApi['POST /bookings']['body'];

/** Why the last try made nothing, and what can be done about it. */
export type Trouble =
  | { kind: 'taken'; alternatives: readonly Slot[] }
  | { kind: 'price' | 'terms' | 'not_offered' | 'not_in_use' }
  | { kind: 'duplicates'; duplicates: readonly Duplicate[] }
  | { kind: 'failed'; text: string };

export type Sending = ReturnType<typeof useSending>;

export interface SendingOptions {
  offer: Offer;
  draft: Draft;
  form: NewCustomerForm;
  times: Times;
  change: (change: (before: Draft) => Draft) => void;
  onSite: (site: Offer['site']) => void;
  /** Leads back to the form, whose fields say what is wrong. */
  onRefused: () => void;
}

/** Sends what was put together, once: a try after a lost answer books nothing twice. */
export function useSending({ offer, draft, form, times, change, onSite, onRefused }: SendingOptions) {
  const { api, words, sessionEnded } = useAdmin();
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const keys = useMemo(() => createKeys(), []);
  const under = useRef(false);

  function bodyOf(despiteDuplicates: boolean, chosen: Chosen | null): StaffBooking {
    const { visit } = draft;
    const { site, catalog } = offer;
    const extras = chosenExtras(catalog, draft);
    return {
      services: [...visit.services],
      start: visit.slot!.start,
      location: visit.slot!.location,
      provider: visit.provider,
      persons: visit.persons,
      ...(extras.length > 0 ? { extras: extras.map(({ extra, quantity }) => ({ id: extra.id, quantity })) } : {}),
      quotedMinor: draft.quotedMinor ?? totalOf(catalog, visit) + extrasTotal(extras),
      note: draft.note.trim(),
      ...(draft.overrule ? { overrule: true } : {}),
      acceptedTerms: site.termsVersion,
      timezone: byId(catalog.locations, visit.slot!.location)?.timeZone ?? 'UTC',
      language: site.language.split('-')[0]!,
      customer: chosen
        ? { number: chosen.number }
        : ({ ...form.body(), ...(despiteDuplicates ? { despiteDuplicates } : {}) } as StaffBooking['customer']),
    };
  }

  async function failed(error: unknown): Promise<void> {
    if (!(error instanceof ApiError)) return setTrouble({ kind: 'failed', text: errorWords(words, error) });
    const { code, details } = error;
    if (code === 'not_signed_in') return sessionEnded();
    if (code === 'slot_taken' || code === 'slot_not_offered') times.forget();
    if (code === 'idempotency_key_reused') keys.forget();
    if (code === 'slot_taken')
      return setTrouble({ kind: 'taken', alternatives: (details['alternatives'] ?? []) as Slot[] });
    if (code === 'slot_not_offered') return setTrouble({ kind: 'not_offered' });
    if (code === 'price_changed') {
      change((before) => ({ ...before, quotedMinor: Number(details['totalMinor']) }));
      return setTrouble({ kind: 'price' });
    }
    if (code === 'terms_changed') {
      await publicApi.call('GET /site', {}).then(onSite, () => {});
      change((before) => ({ ...before, accepted: false }));
      return setTrouble({ kind: 'terms' });
    }
    if (Array.isArray(details['duplicates']))
      return setTrouble({ kind: 'duplicates', duplicates: details['duplicates'] as Duplicate[] });
    if (code === 'conflict' || code === 'not_found') return setTrouble({ kind: 'not_in_use' });
    if (code === 'invalid_request' && form.refused(error)) return onRefused();
    setTrouble({ kind: 'failed', text: errorWords(words, error) });
  }

  return {
    busy,
    trouble,
    clear: () => setTrouble(null),
    async send({
      despiteDuplicates = false,
      chosen = draft.who === 'existing' ? draft.chosen : null,
    } = {}): Promise<void> {
      // A reference of its own: two presses come faster than a drawing.
      if (under.current || !draft.visit.slot) return;
      under.current = true;
      setBusy(true);
      setTrouble(null);
      try {
        const body = bodyOf(despiteDuplicates, chosen);
        const booked = await api.call('POST /bookings', { body, idempotencyKey: keys.keyFor(body) });
        times.forget();
        change((before) => ({ ...before, booked }));
      } catch (error) {
        await failed(error);
      }
      under.current = false;
      setBusy(false);
    },
  };
}
