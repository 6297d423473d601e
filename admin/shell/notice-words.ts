import type { IconNode } from 'lucide';
import { Bell, FileUp, GitMerge, Trash2 } from 'lucide';
import type { AdminApi } from '../../server/api.js';
import type { AdminWords } from '../admin-words.js';

type Notice = AdminApi['GET /notices']['answer']['notices'][number];

interface Told {
  text: string;
  icon: IconNode;
  /** Where it leads; null: nowhere. */
  href: string | null;
}

/** What a notice says and where it leads. One of a newer server is told by its kind. */
export function noticeWords({ t }: AdminWords, { kind, subject, customer, values }: Notice): Told {
  const [, importId] = /^import:(\d+)$/.exec(subject) ?? [];
  const toImport = importId === undefined ? '/admin/customers/import' : `/admin/customers/import/${importId}`;
  const of = (name: string): number => Number(values[name] ?? 0);
  switch (kind) {
    case 'booking.matched_trashed': {
      const reference = String(values['reference'] ?? '');
      return {
        icon: Trash2,
        text: customer
          ? t('notice.matchedTrashed', { name: customer.name, reference })
          : t('notice.matchedErased', { reference }),
        href: customer && `/admin/customers/${customer.number}`,
      };
    }
    case 'import.done':
      return {
        icon: FileUp,
        text: t('notice.importDone', { created: of('created'), updated: of('updated'), refused: of('refused') }),
        href: toImport,
      };
    case 'duplicates.found':
      return {
        icon: GitMerge,
        text: t('notice.duplicates', { count: of('count') }),
        href: '/admin/customers/duplicates',
      };
    default:
      return { icon: Bell, text: t('notice.other', { kind }), href: null };
  }
}
