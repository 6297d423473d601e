const most = 4;
const isSign = (character: string): boolean => /[\p{L}\p{N}]/u.test(character);

/** The signs of `value` put into a shape such as `###-##-####`, one for each `#`, `A` or `*`. */
export function applyShape(shape: string, value: string): string {
  const signs = [...value];
  return [...shape].map((slot) => (/[#A*]/.test(slot) ? (signs.shift() ?? '') : slot)).join('');
}

/**
 * A written number with all but its end hidden, `•••-••-1234`: the last four signs, and of a short one no more than the half
 * (ATTACKS S115).
 */
export function maskId(written: string): string {
  const characters = [...written];
  const signs = characters.filter(isSign).length;
  const shown = Math.min(most, Math.floor(signs / 2));
  let seen = 0;
  return characters
    .map((character) => {
      if (!isSign(character)) return character;
      seen += 1;
      return seen > signs - shown ? character : '•';
    })
    .join('');
}
