import type { DayAnswer, RefusalReason } from './types.js';

/** What the server said of a start with a provider: null free, undefined not asked. */
export function reasonAt(
  answer: DayAnswer | null,
  providerId: number | null,
  start: number,
): RefusalReason | null | undefined {
  const provider = answer?.providers.find(({ id }) => id === providerId);
  if (!provider) return undefined;
  if (!provider.offered) return 'not_offered';
  return provider.starts.find(({ first, last }) => Date.parse(first) <= start && start <= Date.parse(last))?.reason;
}

/** Why an appointment can't last until `end`: what begins to fill the provider's time before that. */
export function reasonUntil(
  answer: DayAnswer | null,
  providerId: number | null,
  start: number,
  end: number,
): RefusalReason | null | undefined {
  const provider = answer?.providers.find(({ id }) => id === providerId);
  if (!provider) return undefined;
  const hard = provider.bands.find(
    (band) =>
      Date.parse(band.start) < end &&
      Date.parse(band.end) > start &&
      !['open', 'past', 'lead_time', 'horizon'].includes(band.kind),
  );
  return (hard?.kind as RefusalReason | undefined) ?? null;
}

/** Stretches in which no start is possible, each with the reason; of what is refused for its minute alone nothing is drawn. */
export function refusedSpans(
  answer: DayAnswer | null,
  providerId: number | null,
): { from: number; to: number; reason: RefusalReason }[] {
  const provider = answer?.providers.find(({ id }) => id === providerId);
  return (provider?.starts ?? []).flatMap(({ first, last, reason }) =>
    reason === null || reason === 'off_grid'
      ? []
      : [{ from: Date.parse(first), to: Date.parse(last) + 15 * 60_000, reason }],
  );
}
