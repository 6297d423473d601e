import type { BookingWords } from './types.js';

/** Title and text of a failure without a remedy of its own, by its code. */
export function failureWords({ t }: BookingWords, code: string): { title: string; text: string } {
  switch (code) {
    case 'offline':
    case 'unreachable':
      return { title: t('trouble.offline'), text: t('trouble.offlineText') };
    case 'timeout':
      return { title: t('trouble.slow'), text: t('trouble.slowText') };
    case 'too_many_requests':
    case 'overloaded':
      return { title: t('trouble.busy'), text: t('trouble.busyText') };
    default:
      return { title: t('trouble.other'), text: t('trouble.otherText') };
  }
}
