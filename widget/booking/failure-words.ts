import type { BookingWords } from './types.js';

/** Title and text of a failure without a remedy of its own, by its code. */
export function failureWords({ t }: BookingWords, code: string): [title: string, text: string] {
  switch (code) {
    case 'offline':
    case 'unreachable':
      return [t('trouble.offline'), t('trouble.offlineText')];
    case 'timeout':
      return [t('trouble.slow'), t('trouble.slowText')];
    case 'too_many_requests':
    case 'overloaded':
      return [t('trouble.busy'), t('trouble.busyText')];
    default:
      return [t('trouble.other'), t('trouble.otherText')];
  }
}
