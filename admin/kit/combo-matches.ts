export interface ComboOption {
  value: string;
  label: string;
}

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/**
 * The options that what was typed may mean: those that begin with it, then those of which a word does. Case, accents and signs
 * don't count; `us` finds the United States by its code.
 */
export function matchesOf(options: readonly ComboOption[], typed: string): ComboOption[] {
  const wanted = plain(typed);
  if (wanted === '') return [...options];
  const rank = ({ value, label }: ComboOption): number => {
    const text = plain(label);
    if (plain(value) === wanted) return 0;
    if (text.startsWith(wanted)) return 1;
    return ` ${text}`.includes(` ${wanted}`) ? 2 : 3;
  };
  return options
    .map((option) => ({ option, rank: rank(option) }))
    .filter(({ rank }) => rank < 3)
    .sort((left, right) => left.rank - right.rank)
    .map(({ option }) => option);
}

/** The one option that was typed in full, or the only one that begins with it. */
export function exactMatch(options: readonly ComboOption[], typed: string): ComboOption | undefined {
  const matches = matchesOf(options, typed);
  return matches.find(({ label }) => plain(label) === plain(typed)) ?? (matches.length === 1 ? matches[0] : undefined);
}
