import { useState } from 'preact/hooks';
import type { ApiError } from '../../../widget/kit/api.js';
import { useAdmin } from '../../admin-context.js';
import type { Login, LoginDraft, LoginField, LoginKind, LoginWish } from './login-draft.js';
import { emailOf, faultsOf, loginFields, noLogin, wishOf } from './login-draft.js';
import { faultWords, refusalWords } from './login-words.js';

export type LoginForm = ReturnType<typeof useLoginDraft>;

/** The names under which the fields stand in the document. */
export const fieldName = (field: LoginField): string => `login.${field}`;

/** What was typed about the login of a customer, and what is wrong with it. */
export function useLoginDraft(customerEmail: string, kind: LoginKind = 'none') {
  const { words } = useAdmin();
  const [draft, setDraft] = useState<LoginDraft>({ ...noLogin, kind });
  const [errors, setErrors] = useState<Partial<Record<LoginField, string>>>({});
  /** A login that has the wished address and can be linked instead. */
  const [offer, setOffer] = useState<Login | null>(null);
  const setError = (field: LoginField, text: string | undefined) =>
    setErrors(({ [field]: _, ...others }) => (text === undefined ? others : { ...others, [field]: text }));
  const faultIn = (field: LoginField, among: LoginDraft): string | undefined => {
    const fault = faultsOf(among, customerEmail)[field];
    return fault && faultWords(words, fault);
  };
  return {
    draft,
    errors,
    offer,
    email: emailOf(draft, customerEmail),
    dirty: draft.kind !== kind || draft.password !== '' || draft.id !== '' || draft.email !== null,
    set(some: Partial<LoginDraft>): void {
      const next = { ...draft, ...some };
      setDraft(next);
      setOffer(null);
      if (some.kind) setErrors({});
      // What was called wrong is looked at again while it is being corrected.
      else for (const field of loginFields) if (errors[field]) setError(field, faultIn(field, next));
    },
    /** A field that was never filled in is no mistake yet. */
    leave(field: LoginField): void {
      const value = field === 'email' ? emailOf(draft, customerEmail) : draft[field];
      if (value !== '') setError(field, faultIn(field, draft));
    },
    /** Looks at everything; answers the names of the fields at fault. */
    check(): string[] {
      const faults = loginFields.filter((field) => faultIn(field, draft) !== undefined);
      setErrors(Object.fromEntries(faults.map((field) => [field, faultIn(field, draft)])));
      return faults.map(fieldName);
    },
    wish: (): LoginWish | null => wishOf(draft, customerEmail),
    /** Takes up what the server found wrong with it; answers the names of the fields, none when it was something else. */
    refused(error: ApiError): string[] {
      const name = (error.field ?? '').replace(/^login\./, '');
      const field = loginFields.find((known) => known === name);
      if (!field) return [];
      setError(field, refusalWords(words, error));
      setOffer((error.details['login'] as Login | null | undefined) ?? null);
      return [fieldName(field)];
    },
    /** Links the login that has the wished address. */
    takeOffer(): void {
      if (offer) setDraft({ ...noLogin, kind: 'existing', id: String(offer.id), email: offer.email });
      setErrors({});
    },
  };
}
