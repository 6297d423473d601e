import { formatDay, visitorZone } from '../../../widget/kit/dates.js';
import { useAdmin } from '../../admin-context.js';
import { useLoad } from '../../kit/load.js';

/** What an import is called on its chip: by its day and file for who may see imports, else by its number; '' while that is asked. */
export function useImportName(id: string | undefined): string {
  const { api, may, words } = useAdmin();
  const asks = id !== undefined && may('customers.import');
  const { data, waiting, outdated } = useLoad(`import ${asks ? id : ''}`, async (signal) =>
    asks ? api.call('GET /customers/imports/:id', { params: { id }, signal }) : null,
  );
  if (id === undefined || (asks && waiting && (outdated || !data))) return '';
  if (!data || outdated) return words.t('customers.ofImport', { number: id });
  const day = formatDay(words.language, data.createdAt, 'numeric', visitorZone());
  return words.t('customers.ofImportNamed', { day, file: data.fileName });
}
