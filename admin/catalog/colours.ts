/** Colours for services, each readable beneath white words and on both grounds; `catalog.colour.…` names them. */
export const palette = {
  slate: '#5b6472',
  red: '#b3261e',
  orange: '#a64100',
  brown: '#795548',
  olive: '#66691a',
  green: '#2e7031',
  teal: '#17636b',
  blue: '#1f5fa8',
  indigo: '#4550b8',
  violet: '#7c3aed',
  purple: '#8e3a9d',
  pink: '#b0307a',
} as const;
export type ColourName = keyof typeof palette;
export const colourNames = Object.keys(palette) as ColourName[];

/** The first colour that no other service of the business has yet. */
export const freeColour = (taken: readonly string[]): string =>
  colourNames.map((name) => palette[name]).find((colour) => !taken.includes(colour)) ?? palette.slate;
