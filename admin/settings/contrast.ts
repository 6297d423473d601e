/*
 * Whether a colour can be read, by WCAG 2. The widget and the mails move the colour until text on it can be (widget/kit/tokens.css):
 * here is said how much of it is left.
 */

const channels = (hex: string): [number, number, number] =>
  [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255) as [number, number, number];

function luminance(hex: string): number {
  const [red, green, blue] = channels(hex).map((share) =>
    share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4,
  ) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** From 1 to 21, of two colours such as `#17636b`. */
export function contrastOf(left: string, right: string): number {
  const [darker, lighter] = [luminance(left), luminance(right)].sort((one, other) => one - other) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

export const isColour = (text: string): boolean => /^#[0-9a-f]{6}$/i.test(text);

/** Least contrast of text, and of what can be pressed against what is around it. */
export const readable = 4.5;
export const visible = 3;
