/** How many signs a shape such as `###-##-####` takes: `#` a digit, `A` a letter, `*` either. */
export const slotsOf = (shape: string): number => shape.replace(/[^#A*]/g, '').length;

/** The letters and digits of what was typed. */
export const signsOf = (typed: string): string => typed.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '');

const fits = (slot: string, sign: string): boolean =>
  slot === '#' ? /\d/.test(sign) : slot === 'A' ? /[A-Z]/.test(sign) : /[A-Z0-9]/.test(sign);

/** What was typed, written as it should be when it fits the shape, and as it is otherwise. Whether it is right, the server knows. */
export function shaped(shape: string | null, typed: string): string {
  const signs = [...signsOf(typed)];
  if (shape === null || signs.length !== slotsOf(shape)) return typed;
  let at = 0;
  let written = '';
  for (const slot of shape) {
    if (!/[#A*]/.test(slot)) {
      written += slot;
      continue;
    }
    const sign = signs[at] as string;
    if (!fits(slot, sign)) return typed;
    written += sign;
    at += 1;
  }
  return written;
}
