import { useRef, useState } from 'preact/hooks';
import { ApiError } from '../../../widget/kit/api.js';
import { useAdmin } from '../../admin-context.js';
import { errorWords } from '../../error-words.js';
import { useLoginDraft } from '../login/use-login-draft.js';
import { sendPicture } from '../picture/send-picture.js';
import { sensitiveErrors } from '../sensitive/errors.js';
import type { SensitiveDrafts } from '../sensitive/sensitive-fields.js';
import { fieldErrors, saidFault } from './field-errors.js';
import type { FieldName, FormValues } from './form-values.js';
import { faultOf, fieldNames, isRequired, isShown, valuesOf } from './form-values.js';
import { addRecord, changeRecord } from './save-record.js';
import type { CustomerRecord, Duplicate, RecordSettings } from './types.js';

export interface RecordFormOptions {
  /** null: a customer is added. */
  record: CustomerRecord | null;
  settings: RecordSettings;
  onSaved: (record: CustomerRecord) => void;
}

export type RecordForm = ReturnType<typeof useRecordForm>;

/** The state of the form of a record: what was typed, what is wrong with it, and how it is saved. Nothing typed is ever lost. */
export function useRecordForm({ record, settings, onSaved }: RecordFormOptions) {
  const { api, words, toasts, sessionEnded } = useAdmin();
  const { t } = words;
  /** What the values are compared with; a stale edit moves it on to the newer version. */
  const [origin, setOrigin] = useState(record);
  const base = valuesOf(origin, settings);
  const [values, setValues] = useState<FormValues>(base);
  const [drafts, setDrafts] = useState<SensitiveDrafts>({});
  const [picture, setPicture] = useState<File | null>(null);
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [duplicates, setDuplicates] = useState<readonly Duplicate[] | null>(null);
  const [current, setCurrent] = useState<CustomerRecord | null>(null);
  const login = useLoginDraft(values.email);
  const element = useRef<HTMLFormElement>(null);
  const today = new Date().toLocaleDateString('sv-SE');

  const faultIn = (name: FieldName, among: FormValues): string | undefined => {
    const fault = faultOf(name, among, origin && base, settings, today);
    return fault ? saidFault(words, fault) : undefined;
  };
  const setError = (name: string, error: string | undefined) =>
    setErrors(({ [name]: _, ...others }) => (error ? { ...others, [name]: error } : others));

  const focusFirst = (names: readonly string[]) => {
    // After the errors are drawn: what is wrong is read out with the field.
    setTimeout(() => {
      const fields = [...(element.current?.querySelectorAll<HTMLElement>('[name]') ?? [])];
      const first = fields.find((field) => names.includes(field.getAttribute('name') ?? ''));
      first?.focus();
      first?.scrollIntoView({ block: 'center' });
    });
  };

  async function saved(found: CustomerRecord, sent: FormValues): Promise<void> {
    let done = found;
    if (picture && !record) {
      try {
        await sendPicture(found.number, picture);
        done = await api.call('GET /customers/:number', { params: { number: String(found.number) } });
      } catch {
        toasts.show({ kind: 'danger', text: t('record.pictureFailed') });
      }
    }
    if (origin) {
      const kept = valuesOf(done, settings);
      setOrigin(done);
      setDrafts({});
      // What was typed while it was being saved stays.
      setValues((now) => mapped((name) => (now[name] === sent[name] ? kept[name] : now[name])));
    }
    toasts.show({ text: t(origin ? 'record.updated' : 'record.created', { name: done.name }) });
    onSaved(done);
  }

  /** Somebody else was faster. Where both say the same there is nothing to choose. */
  function outdated(newer: CustomerRecord, sent: FormValues): void {
    const theirs = valuesOf(newer, settings);
    if (fieldNames.some((name) => theirs[name] !== sent[name])) setCurrent(newer);
    else void resolve(newer, sent);
  }

  async function resolve(newer: CustomerRecord, chosen: FormValues): Promise<void> {
    setOrigin(newer);
    setValues(chosen);
    await send(newer, chosen, false);
  }

  function failed(error: unknown, sent: FormValues): void {
    if (!(error instanceof ApiError)) setProblem(errorWords(words, error));
    else if (error.code === 'not_signed_in') sessionEnded();
    else if (error.code === 'stale') outdated(error.details['current'] as CustomerRecord, sent);
    else if (error.field?.startsWith('login.')) focusFirst(login.refused(error));
    else if (Array.isArray(error.details['duplicates'])) setDuplicates(error.details['duplicates'] as Duplicate[]);
    else if (error.code === 'conflict') setProblem(t('record.notInUse'));
    else refused(error);
  }

  function refused(error: ApiError): void {
    const wrong = { ...fieldErrors(words, error), ...prefixed(sensitiveErrors(words, error)) };
    setErrors(wrong);
    const shown = Object.keys(wrong).filter((name) => name.includes('.') || isShown(settings, name as FieldName));
    if (shown.length > 0) focusFirst(shown);
    else setProblem(error.code === 'invalid_request' ? t('record.wrong.other') : errorWords(words, error));
  }

  async function send(from: CustomerRecord | null, among: FormValues, despiteDuplicates: boolean): Promise<void> {
    if (busy) return;
    setProblem(null);
    setDuplicates(null);
    setCurrent(null);
    const faults = fieldNames.flatMap((name) => {
      const fault = faultIn(name, among);
      return fault ? [[name, fault] as const] : [];
    });
    setErrors(Object.fromEntries(faults));
    const wrong = [...faults.map(([name]) => name), ...(from ? [] : login.check())];
    if (wrong.length > 0) return focusFirst(wrong);
    setBusy(true);
    try {
      const fresh = valuesOf(null, { ...settings, defaultNationality: null });
      const done = from
        ? await changeRecord(api, from, valuesOf(from, settings), among, drafts)
        : await addRecord(api, fresh, among, drafts, login.wish(), despiteDuplicates);
      await saved(done, among);
    } catch (error) {
      failed(error, among);
    }
    setBusy(false);
  }

  return {
    record: origin,
    settings,
    element,
    values,
    base,
    drafts,
    /** Of a customer who is being added. */
    login,
    errors,
    busy,
    problem,
    duplicates,
    /** What the record says now, when somebody else was faster. */
    current,
    dirty:
      JSON.stringify(values) !== JSON.stringify(base) ||
      picture !== null ||
      login.dirty ||
      Object.values(drafts).some((draft) => draft !== undefined),
    set(name: FieldName, value: string | boolean): void {
      setValues((before) => ({ ...before, [name]: value }));
      // What was called wrong is looked at again while it is being corrected.
      if (errors[name]) setError(name, faultIn(name, { ...values, [name]: value }));
    },
    setMany: (some: Partial<FormValues>) => setValues((before) => ({ ...before, ...some })),
    /** A field that was never filled in is no mistake yet. */
    leave(name: FieldName): void {
      if (values[name] !== '' || (origin && isRequired(settings, name))) setError(name, faultIn(name, values));
    },
    setDrafts(next: SensitiveDrafts): void {
      setDrafts(next);
      setErrors((before) => Object.fromEntries(Object.entries(before).filter(([name]) => !name.includes('.'))));
    },
    setPicture,
    save: (despiteDuplicates = false) => send(origin, values, despiteDuplicates),
    /** Goes on from the newer version with the values that were chosen. */
    resolve,
    /** The page knows a newer version; taken over while nothing is unsaved. */
    follow(newer: CustomerRecord): void {
      if (!origin || newer.version <= origin.version) return;
      if (JSON.stringify(values) !== JSON.stringify(base)) return;
      setOrigin(newer);
      setValues(valuesOf(newer, settings));
    },
    /** The picture is kept on its own; the form goes on from the version with it, unless more than that has changed. */
    async pictureChanged(): Promise<void> {
      if (!origin) return;
      try {
        const newer = await api.call('GET /customers/:number', { params: { number: String(origin.number) } });
        if (JSON.stringify(valuesOf(newer, settings)) === JSON.stringify(base)) setOrigin(newer);
        onSaved(newer);
      } catch (error) {
        if (error instanceof ApiError) refused(error);
      }
    },
    dismissCurrent: () => setCurrent(null),
    undo(): void {
      setValues(base);
      setDrafts({});
      setErrors({});
      setProblem(null);
    },
  };
}

const mapped = (value: (name: FieldName) => string | boolean): FormValues =>
  Object.fromEntries(fieldNames.map((name) => [name, value(name)])) as FormValues;

const prefixed = (errors: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(errors).map(([name, text]) => [`sensitive.${name}`, text]));
