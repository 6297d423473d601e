import type { AdminApi } from '../../admin-api.js';

export type DayAnswer = AdminApi['GET /availability/day']['answer'];
export type RefusalReason = NonNullable<DayAnswer['providers'][number]['starts'][number]['reason']>;

/** Staff with `appointments.overrule` may decide against every reason but these: somebody else has the time, or nobody does it. */
const standing = new Set<RefusalReason>(['busy', 'buffer', 'full', 'not_offered']);
export const isOverrulable = (reason: RefusalReason): boolean => !standing.has(reason);

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
  if (provider && !provider.offered) return [{ from: 0, to: Number.POSITIVE_INFINITY, reason: 'not_offered' }];
  return (provider?.starts ?? []).flatMap(({ first, last, reason }) =>
    reason === null || reason === 'off_grid'
      ? []
      : [{ from: Date.parse(first), to: Date.parse(last) + 15 * 60_000, reason }],
  );
}
