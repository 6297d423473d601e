/*
 * The accent of a business, made readable in mails: most mail programs know no colour functions, so it is computed here.
 */

type Rgb = [number, number, number];

export const defaultAccent = '#17636b';
const leastContrast = 4.5;

const parse = (hex: string): Rgb => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as Rgb;
const print = (colour: Rgb): string =>
  `#${colour.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;

/** Relative luminance by WCAG 2. */
function luminance(colour: Rgb): number {
  const [red, green, blue] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as Rgb;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast by WCAG 2 of two colours such as `#17636b`: from 1 to 21. */
export function contrast(left: string, right: string): number {
  const [darker, lighter] = [luminance(parse(left)), luminance(parse(right))].sort((a, b) => a - b) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

/** White or black, so that it reads on `fill` (one of the two always does). */
export const inkOn = (fill: string): string => (contrast(fill, '#ffffff') >= leastContrast ? '#ffffff' : '#000000');

/** `colour`, moved towards black or white until it reads on `surface`. */
export function readableOn(colour: string, surface: string): string {
  const towards = luminance(parse(surface)) > 0.18 ? 0 : 255;
  let found = parse(colour);
  while (contrast(print(found), surface) < leastContrast)
    found = found.map((part) => part + (towards - part) * 0.08 + Math.sign(towards - part) * 0.5) as Rgb;
  return print(found);
}

/** A business's accent, or the default where it is none that can be parsed. */
export const accentOr = (accent: string | null | undefined): string =>
  accent && /^#[0-9a-f]{6}$/i.test(accent) ? accent.toLowerCase() : defaultAccent;
