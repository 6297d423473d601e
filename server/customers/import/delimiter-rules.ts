/** What may stand between two cells. */
export const delimiters = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof delimiters)[number];

const linesLookedAt = 60;

/**
 * The delimiter of a file by its beginning: the one that cuts the lines into the same number of cells most often, and into most
 * cells. Delimiters and line ends inside quotes are text. A file of one column has a comma, which does no harm.
 */
export function detectDelimiter(text: string): Delimiter {
  let best: Delimiter = ',';
  let bestScore = 0;
  for (const delimiter of delimiters) {
    const score = consistency(cellCounts(text, delimiter));
    if (score > bestScore) {
      best = delimiter;
      bestScore = score;
    }
  }
  return best;
}

/** Share of lines that have the commonest number of cells above one, weighed by that number. */
function consistency(counts: readonly number[]): number {
  const often = new Map<number, number>();
  for (const count of counts) if (count > 1) often.set(count, (often.get(count) ?? 0) + 1);
  let score = 0;
  for (const [cells, lines] of often)
    score = Math.max(score, (lines / counts.length) ** 2 * Math.min(cells, 20) ** 0.5);
  return score;
}

/** Cells of each line that holds anything. */
function cellCounts(text: string, delimiter: string): number[] {
  const counts: number[] = [];
  let cells = 1;
  let quoted = false;
  let empty = true;
  let fresh = true;
  for (let at = 0; at < text.length && counts.length < linesLookedAt; at += 1) {
    const sign = text[at] as string;
    if (sign === '"' && (quoted || fresh)) quoted = !quoted;
    else if (quoted) continue;
    else if (sign === delimiter) cells += 1;
    else if (sign === '\n' || sign === '\r') {
      if (!empty) counts.push(cells);
      cells = 1;
      empty = true;
      fresh = true;
      continue;
    }
    empty = false;
    fresh = sign === delimiter || (sign === '"' && !quoted);
  }
  // The last line may have been cut off by the end of what was looked at.
  if (!empty && counts.length === 0) counts.push(cells);
  return counts;
}
