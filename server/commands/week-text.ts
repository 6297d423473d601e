import type { OpenDays } from '../first-run/kinds/kind.js';

const names = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/**
 * Weekly hours as one writes them: `mon-fri 09:00-12:00 13:00-18:00, sat 09:00-14:00`. Error in words for what can't be read.
 */
export function readWeek(text: string): OpenDays[] {
  return text.split(',').map((part) => {
    const [days = '', ...windows] = part.trim().toLowerCase().split(/\s+/);
    const [from = '', to = from] = days.split('-');
    const first = names.indexOf(from);
    const last = names.indexOf(to);
    if (first < 0 || last < first || windows.length === 0 || windows.some((window) => !windowShape.test(window)))
      throw new Error(
        `These hours can’t be read: “${part.trim()}”. Write them as mon-fri 09:00-17:00, sat 10:00-14:00.`,
      );
    return [names.slice(first, last + 1).map((name) => names.indexOf(name) + 1), windows];
  });
}

const windowShape = /^\d\d:\d\d-\d\d:\d\d$/;
