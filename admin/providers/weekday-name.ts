import { formatDay } from '../../widget/kit/dates.js';
import { addDays } from '../../widget/kit/days.js';

const aMonday = '2024-01-01';

/** What a weekday is called; 0 is Monday. */
export const weekdayName = (language: string, day: number): string =>
  formatDay(language, addDays(aMonday, day), 'weekday');
