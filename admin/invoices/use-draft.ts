import { useEffect, useRef, useState } from 'preact/hooks';
import type { AdminApi } from '../../server/api.js';
import { useAdmin } from '../admin-context.js';
import { useCall } from '../team/use-call.js';
import type { Draft } from './draft.js';
import { changeOf, draftOf, faultsOf } from './draft.js';
import { invoiceFault } from './invoice-faults.js';
import type { Invoice } from './look.js';

type Amounts = AdminApi['POST /invoices/:id/amounts']['answer'];

/** Milliseconds of silence after a key before the sums are asked for. */
const pause = 250;

export type DraftForm = ReturnType<typeof useDraft>;

/** The state of the form of a draft: what was typed, what it comes to, and how it is saved. */
export function useDraft(invoice: Invoice, onSaved: (invoice: Invoice) => void) {
  const { api, words, toasts } = useAdmin();
  const { t, language } = words;
  const { currency } = invoice;
  const [origin, setOrigin] = useState(invoice);
  const [draft, setDraft] = useState(() => draftOf(invoice, language));
  const [amounts, setAmounts] = useState<Amounts>(() => ({ ...invoice.amounts, lines: invoice.lines }));
  const [shown, setShown] = useState<readonly string[]>([]);
  const element = useRef<HTMLFormElement>(null);
  const call = useCall((error) => invoiceFault(words, error));
  const params = { id: String(invoice.id) };
  const dirty = JSON.stringify(draft) !== JSON.stringify(draftOf(origin, language));
  const faults = faultsOf(draft, currency);

  // What was saved elsewhere is shown, unless something is being typed.
  useEffect(() => {
    if (dirty || invoice.version === origin.version) return;
    setOrigin(invoice);
    setDraft(draftOf(invoice, language));
  }, [invoice]);

  const priced = faults.some((name) => !/name|description|dueDays/.test(name)) ? null : changeOf(draft, currency);
  const asked = priced && JSON.stringify([priced.lines, priced.discount, priced.taxIncluded]);
  useEffect(() => {
    if (!priced) return;
    const abort = new AbortController();
    const { taxIncluded, discount, lines } = priced;
    // A line that is not named yet counts all the same.
    const body = {
      taxIncluded,
      discount,
      lines: lines.map((line) => ({ ...line, description: line.description || '–' })),
    };
    const timer = setTimeout(() => {
      api.call('POST /invoices/:id/amounts', { params, body, signal: abort.signal }).then(
        (found) => {
          setAmounts(found);
          call.clear();
        },
        // The sums of before stay; saving says what is wrong.
        () => {},
      );
    }, pause);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [asked]);

  /** The version that the invoice has now; null when it was not saved. */
  async function save(version = origin.version): Promise<number | null> {
    if (faults.length > 0) {
      setShown(faults);
      setTimeout(() => element.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus());
      return null;
    }
    setShown([]);
    let saved: Invoice | null = null;
    await call.run(async () => {
      saved = await api.call('PATCH /invoices/:id', { params, body: { version, ...changeOf(draft, currency) } });
      setOrigin(saved);
      setDraft(draftOf(saved, language));
      toasts.show({ text: t('invoices.saved') });
      onSaved(saved);
    });
    return (saved as Invoice | null)?.version ?? null;
  }

  return {
    ...{ invoice: origin, currency, draft, amounts, dirty, element, call, save },
    set: (some: Partial<Draft>) => setDraft((before) => ({ ...before, ...some })),
    undo: () => {
      setDraft(draftOf(origin, language));
      setShown([]);
      call.clear();
    },
    /** What is wrong with a field, once somebody tried to save it. */
    errorOf: (name: string): string | undefined =>
      shown.includes(name) && faults.includes(name)
        ? t(`invoices.wrong.${(name.split('.').at(-1) ?? '') as 'price'}`)
        : call.fault?.field === name
          ? call.fault.text
          : undefined,
    /** Saves over what somebody else saved meanwhile. */
    async saveOver(): Promise<void> {
      const { version } = await api.call('GET /invoices/:id', { params });
      await save(version);
    },
  };
}
