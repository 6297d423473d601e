/*
 * A password that can be read aloud: consonant and vowel by turns in groups of four, then four digits, such as
 * `tiko-vera-luno-saki-4827`. Without letters and digits that are taken for others: 2^66 of them.
 */
const consonants = 'bdfghkmnprstvz';
const vowels = 'aeiou';
const digits = '23456789';

/** `random` gives so many bytes; nothing else decides. */
export function makePassword(random: (count: number) => Uint8Array): string {
  const pick = (from: string): string => {
    // What is over a whole number of rounds is thrown again, so that no sign is likelier than another.
    const limit = 256 - (256 % from.length);
    for (;;) {
      const [byte = 0] = random(1);
      if (byte < limit) return from[byte % from.length] as string;
    }
  };
  const group = () => `${pick(consonants)}${pick(vowels)}${pick(consonants)}${pick(vowels)}`;
  const number = Array.from({ length: 4 }, () => pick(digits)).join('');
  return [group(), group(), group(), group(), number].join('-');
}

/** A password by the browser’s own randomness. */
export const generatePassword = (): string => makePassword((count) => crypto.getRandomValues(new Uint8Array(count)));
