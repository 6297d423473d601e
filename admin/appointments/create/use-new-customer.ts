import { useRef, useState } from 'preact/hooks';
import { ApiError } from '../../../widget/kit/api.js';
import { dayAt, now, visitorZone } from '../../../widget/kit/dates.js';
import { useAdmin } from '../../admin-context.js';
import { fieldErrors, saidFault } from '../../customers/record/field-errors.js';
import type { FieldName, FormValues, TextName } from '../../customers/record/form-values.js';
import { faultOf, textFields, valuesOf } from '../../customers/record/form-values.js';
import type { RecordSettings } from '../../customers/record/types.js';
import { sensitiveErrors } from '../../customers/sensitive/errors.js';
import type { SensitiveDrafts } from '../../customers/sensitive/sensitive-fields.js';

/** What is always asked for here (FEATURES A038); the full name has a field of its own. */
const always: readonly string[] = ['nationality', 'gender', 'birthDate', 'email', 'phone', 'postalCode'];
const names: readonly TextName[] = textFields.filter((name) => name !== 'firstName' && name !== 'lastName');

/** The settings as this form has them: what A038 names, what the business requires beside it, and nothing else. */
function settingsHere(settings: RecordSettings): RecordSettings {
  const fields = Object.entries(settings.customerFields).map(([name, field]) => {
    const asked = always.includes(name) || field.admin === 'required';
    return [name, { ...field, admin: asked ? 'required' : 'hidden' }];
  });
  return { ...settings, customerFields: Object.fromEntries(fields) as RecordSettings['customerFields'] };
}

export type NewCustomerForm = ReturnType<typeof useNewCustomer>;

/** What was typed about the new customer, and what is wrong with it. It outlives the step, so nothing typed is ever lost. */
export function useNewCustomer(given: RecordSettings) {
  const { words } = useAdmin();
  const settings = settingsHere(given);
  const empty = valuesOf(null, given);
  const [values, setValues] = useState<FormValues>(empty);
  const [fullName, setFullName] = useState('');
  const [drafts, setDrafts] = useState<SensitiveDrafts>({});
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const element = useRef<HTMLFormElement>(null);
  const today = dayAt(visitorZone(), now());

  const faultIn = (name: FieldName, among: FormValues): string | undefined => {
    const fault = faultOf(name, among, null, settings, today);
    return fault ? saidFault(words, fault) : undefined;
  };
  const setError = (name: string, error: string | undefined) =>
    setErrors(({ [name]: _, ...others }) => (error ? { ...others, [name]: error } : others));
  const nameFault = (typed: string) => (typed.trim() === '' ? saidFault(words, 'missing') : undefined);

  return {
    record: null,
    settings,
    values,
    fullName,
    drafts,
    errors,
    element,
    dirty: fullName !== '' || JSON.stringify(values) !== JSON.stringify(empty),
    set(name: FieldName, value: string | boolean): void {
      const next = { ...values, [name]: value };
      setValues(next);
      if (errors[name]) setError(name, faultIn(name, next));
    },
    leave(name: FieldName): void {
      if (values[name] !== '') setError(name, faultIn(name, values));
    },
    setFullName(typed: string): void {
      setFullName(typed);
      if (errors['fullName']) setError('fullName', nameFault(typed));
    },
    setDrafts(next: SensitiveDrafts): void {
      setDrafts(next);
      setErrors((before) => Object.fromEntries(Object.entries(before).filter(([name]) => !name.includes('.'))));
    },
    /** Whether one can go on; if not, the fields say why and the first at fault has the focus. */
    check(): boolean {
      const missing = nameFault(fullName);
      const faults: [string, string][] = missing ? [['fullName', missing]] : [];
      for (const name of names) {
        const fault = faultIn(name, values);
        if (fault) faults.push([name, fault]);
      }
      setErrors(Object.fromEntries(faults));
      if (faults.length > 0) focusFault(element);
      return faults.length === 0;
    },
    /** Takes up what the server found wrong with the customer; false when it was something else. */
    refused(error: ApiError): boolean {
      const own = belowCustomer(error);
      const sensitive = Object.entries(sensitiveErrors(words, own)).map(([name, text]) => [`sensitive.${name}`, text]);
      const { firstName, lastName, ...plain } = fieldErrors(words, own);
      const name = plain['fullName'] ?? firstName ?? lastName;
      const wrong = { ...plain, ...(name ? { fullName: name } : {}), ...Object.fromEntries(sensitive) };
      if (Object.keys(wrong).length === 0) return false;
      setErrors(wrong);
      focusFault(element);
      return true;
    },
    /** As the server takes it. */
    body() {
      const typed = names.map((name) => [name, values[name].trim()] as const).filter(([, value]) => value !== '');
      const secret = Object.entries(drafts).filter(([, value]) => typeof value === 'string' && value !== '');
      return {
        fullName: fullName.trim(),
        ...Object.fromEntries(typed),
        ...(secret.length > 0 ? { sensitive: Object.fromEntries(secret) } : {}),
      };
    },
  };
}

/** After the errors are drawn: what is wrong is read out with the field. */
function focusFault(element: { current: HTMLFormElement | null }): void {
  setTimeout(() => {
    const first = element.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    first?.focus();
    first?.scrollIntoView({ block: 'center' });
  }, 50);
}

const prefix = 'customer.';

/** A refusal with the fields of the customer alone, by their names in the record. */
function belowCustomer(error: ApiError): ApiError {
  const issues = (error.details['issues'] ?? [{ field: error.field ?? '' }]) as { field: string }[];
  const own = issues
    .filter(({ field }) => field.startsWith(prefix))
    .map((issue) => ({ ...issue, field: issue.field.slice(prefix.length) }));
  return new ApiError(error.code, error.status, own[0]?.field, { issues: own });
}
