/** Units of time as people think of them, with their minutes. */
export const unitMinutes = { minutes: 1, hours: 60, days: 1440 } as const;
export type TimeUnit = keyof typeof unitMinutes;

/** A length of time as it is typed. */
export interface DurationText {
  amount: string;
  unit: TimeUnit;
}

/** Minutes in the largest unit in which they are whole: 90 is 90 minutes, 120 two hours, 1440 a day. */
export function durationText(minutes: number, units: readonly TimeUnit[]): DurationText {
  const whole = units.filter((unit) => minutes > 0 && minutes % unitMinutes[unit] === 0);
  const unit = whole.at(-1) ?? units[0] ?? 'minutes';
  return { amount: String(minutes / unitMinutes[unit]), unit };
}

/** The minutes of what was typed: “1,5” hours are 90. null when it is no number of whole minutes. */
export function parseDuration({ amount, unit }: DurationText): number | null {
  if (!/^\d{1,6}(?:[.,]\d{1,3})?$/.test(amount.trim())) return null;
  const minutes = Number(amount.trim().replace(',', '.')) * unitMinutes[unit];
  return Number.isInteger(minutes) ? minutes : null;
}
