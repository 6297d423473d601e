import { randomInt } from 'node:crypto';

const syllables =
  'ba be bi bo bu da de di do du fa fe fi fo ga ge go ka ke ki ko la le li lo lu ma me mi mo mu na ne ni no nu pa pe pi po ra re ri ro ru sa se si so su ta te ti to tu va ve vi vo'.split(
    ' ',
  );

/** Four words of three syllables and a number: 78 bits, and easy to type. */
export function readablePassword(): string {
  const word = (): string => Array.from({ length: 3 }, () => syllables[randomInt(syllables.length)]).join('');
  return `${word()}-${word()}-${word()}-${word()}-${randomInt(10, 100)}`;
}
