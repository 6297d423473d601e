import { useState } from 'preact/hooks';
import { ApiError } from '../../../widget/kit/api.js';
import { useAdmin } from '../../admin-context.js';
import type { ColumnChoice } from './export-wish.js';

export interface SensitiveColumns {
  /** Empty until they were asked for. */
  columns: ColumnChoice[];
  labels: ReadonlyMap<string, string>;
  busy: boolean;
  error: unknown;
  load: () => Promise<void>;
}

/** The columns of national ids and the like, which are offered only when somebody asks for them. */
export function useSensitiveColumns(): SensitiveColumns {
  const { api, sessionEnded } = useAdmin();
  const [labels, setLabels] = useState<ReadonlyMap<string, string>>(new Map());
  const [columns, setColumns] = useState<ColumnChoice[]>([]);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const load = async () => {
    setBusy(true);
    setError(null);
    try {
      const { profiles } = await api.call('GET /nationalities', {});
      const found = new Map(
        profiles.flatMap(({ fields }) => fields.map(({ name, label }) => [`sensitive.${name}`, label] as const)),
      );
      setLabels(found);
      setColumns([...found.keys()].map((name) => ({ name, ticked: false })));
    } catch (problem) {
      if (problem instanceof ApiError && problem.code === 'not_signed_in') return sessionEnded();
      setError(problem);
    }
    setBusy(false);
  };
  return { columns, labels, busy, error, load };
}
