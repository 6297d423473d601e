import { useState } from 'preact/hooks';
import { ApiError } from '../../widget/kit/api.js';
import { useAdmin } from '../admin-context.js';
import type { WordKey } from '../admin-words.js';
import { pictureWords, sendPictureTo } from '../customers/picture/send-picture.js';
import { errorWords } from '../error-words.js';
import type { FormDrawer } from '../kit/form-drawer.js';
import type { Performer, Service } from './catalog-types.js';
import type { NewService, ServiceDraft } from './service-draft.js';
import { changesOf, faultsOf, fieldsOf, performersOf } from './service-draft.js';

export interface ServiceFormOptions {
  /** null: a service is added. */
  service: Service | null;
  performers: readonly Performer[];
  first: ServiceDraft;
  currency: string;
  drawer: FormDrawer;
  onSaved: (service: Service, isNew: boolean) => void;
}

export type ServiceForm = ReturnType<typeof useServiceForm>;

/** The state of the form of a service: what was typed, what is wrong with it, and how it is saved. */
export function useServiceForm({ service, performers, first, currency, drawer, onSaved }: ServiceFormOptions) {
  const { api, words, may, sessionEnded } = useAdmin();
  const { t } = words;
  /** Of a new one that was added while saying who performs it failed: another try changes it. */
  const [kept, setKept] = useState(service);
  const [draft, setDraft] = useState(first);
  const [wrong, setWrong] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [picture, setPicture] = useState<File | null | undefined>();
  const [pictureError, setPictureError] = useState<string | undefined>();
  const dirty = JSON.stringify(draft) !== JSON.stringify(first) || picture !== undefined;
  const { element, dialog } = drawer.useForm(dirty);

  const focusFirst = (names: readonly string[]) =>
    // After the errors are drawn: what is wrong is read out with the field, and a closed group is open.
    setTimeout(() => {
      const fields = [...(element.current?.querySelectorAll<HTMLElement>('[name]') ?? [])];
      const field = fields.find((one) => names.includes(one.getAttribute('name') ?? ''));
      const group = field?.closest('details');
      if (group) group.open = true;
      field?.focus();
      field?.scrollIntoView({ block: 'center' });
    });

  async function write(): Promise<Service> {
    const saved = kept
      ? await change(kept)
      : await api.call('POST /services', { body: fieldsOf(draft, currency) as NewService });
    setKept(saved);
    const now = performersOf(draft, currency);
    if (may('providers.edit') && JSON.stringify(now) !== JSON.stringify(kept ? performers : []))
      await api.call('PUT /services/:id/providers', { params: { id: String(saved.id) }, body: { providers: now } });
    if (picture) await sendPictureTo(`/services/${saved.id}/picture`, picture);
    else if (picture === null) await api.call('DELETE /services/:id/picture', { params: { id: String(saved.id) } });
    return saved;
  }

  async function change(before: Service): Promise<Service> {
    const body = changesOf(before, draft);
    if (Object.keys(body).length === 0) return before;
    return api.call('PATCH /services/:id', { params: { id: String(before.id) }, body });
  }

  async function save(): Promise<void> {
    if (busy) return;
    setProblem(null);
    const faults = faultsOf(draft, currency);
    setWrong(faults);
    if (faults.length > 0) return void focusFirst(faults);
    setBusy(true);
    try {
      onSaved(await write(), !service);
    } catch (error) {
      if (error instanceof ApiError && error.code === 'not_signed_in') return sessionEnded();
      const field = error instanceof ApiError && error.code === 'invalid_request' ? error.field : undefined;
      if (field === 'picture' || (error instanceof ApiError && pictureFaults.includes(error.code))) {
        setPictureError(pictureWords(words, error));
        focusFirst(['picture']);
      } else if (field && field in fieldsOf(draft, currency)) {
        setWrong([field]);
        focusFirst([field]);
      } else setProblem(errorWords(words, error));
    }
    setBusy(false);
  }

  return {
    service,
    performers,
    currency,
    element,
    dialog,
    draft,
    busy,
    problem,
    picture,
    pictureError,
    setPicture(chosen: File | null): void {
      setPictureError(undefined);
      // Taken away before it was there: nothing to do.
      setPicture(chosen === null && !service?.picture ? undefined : chosen);
    },
    save,
    set(some: Partial<ServiceDraft>): void {
      const next = { ...draft, ...some };
      setDraft(next);
      // What was called wrong is looked at again while it is being corrected.
      const still = faultsOf(next, currency);
      setWrong((before) => before.filter((name) => still.includes(name)));
    },
    errorOf: (name: string): string | undefined =>
      wrong.includes(name) ? t(faultWords[name] ?? 'catalog.wrong.number') : undefined,
  };
}

/** Of what this form sends, only a file can have these. */
const pictureFaults: readonly string[] = ['payload_too_large', 'unsupported_media_type'];

const faultWords: Readonly<Record<string, WordKey & `catalog.${'missing' | 'wrong'}.${string}`>> = {
  name: 'catalog.missing.name',
  categoryId: 'catalog.missing.category',
  durationMinutes: 'catalog.wrong.duration',
  bufferBeforeMinutes: 'catalog.wrong.buffer',
  bufferAfterMinutes: 'catalog.wrong.buffer',
  priceMinor: 'catalog.wrong.price',
  capacity: 'catalog.wrong.capacity',
  leadMinutes: 'catalog.wrong.notice',
  horizonDays: 'catalog.wrong.horizon',
  cancelNoticeMinutes: 'catalog.wrong.notice',
  rescheduleNoticeMinutes: 'catalog.wrong.notice',
};
