import { useState } from 'preact/hooks';
import { ApiError } from '../../widget/kit/api.js';
import { useAdmin } from '../admin-context.js';
import { errorWords } from '../error-words.js';

export interface Call {
  busy: boolean;
  /** Field at fault, or '' for the whole, with words; null while nothing is wrong. */
  fault: { field: string; text: string } | null;
  /** Runs a call to the server; a fault is shown by the form, an ended session told to the admin. True when it worked. */
  run(work: () => Promise<void>): Promise<boolean>;
  clear(): void;
}

/** The state of a form that asks the server. `wordsOf` gives words to codes that mean something here. */
export function useCall(wordsOf: (error: ApiError) => string | undefined = () => undefined): Call {
  const { words, sessionEnded } = useAdmin();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<Call['fault']>(null);
  return {
    busy,
    fault,
    clear: () => setFault(null),
    async run(work) {
      setBusy(true);
      setFault(null);
      try {
        await work();
        setBusy(false);
        return true;
      } catch (error) {
        setBusy(false);
        if (error instanceof ApiError && error.code === 'not_signed_in') sessionEnded();
        else if (error instanceof ApiError)
          setFault({ field: error.field ?? '', text: wordsOf(error) ?? errorWords(words, error) });
        else setFault({ field: '', text: errorWords(words, error) });
        return false;
      }
    },
  };
}

/** The words of a fault, when it is this field's. */
export const faultOf = (call: Call, field: string): string | undefined =>
  call.fault?.field === field ? call.fault.text : undefined;
