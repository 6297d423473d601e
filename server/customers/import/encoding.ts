import { isUtf8 } from 'node:buffer';

/** The encodings that a file of customers may be in; `utf-8` with or without its mark. */
export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;
export type Encoding = (typeof encodings)[number];

/** What the first bytes of a file say: its mark (BOM), or the zeroes that UTF-16 puts beside Latin letters; null: either of the two. */
export function encodingByHead(head: Uint8Array): { encoding: Encoding | null; marked: boolean } {
  const [a, b, c] = head;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', marked: true };
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', marked: true };
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', marked: true };
  const looked = Math.min(head.length, 4000) & ~1;
  let evens = 0;
  let odds = 0;
  for (let at = 0; at < looked; at += 2) {
    if (head[at] === 0) evens += 1;
    if (head[at + 1] === 0) odds += 1;
  }
  const pairs = looked / 2;
  if (pairs > 0 && odds > pairs * 0.3 && evens < pairs * 0.05) return { encoding: 'utf-16le', marked: false };
  if (pairs > 0 && evens > pairs * 0.3 && odds < pairs * 0.05) return { encoding: 'utf-16be', marked: false };
  return { encoding: null, marked: false };
}

/** Tells of bytes that come in pieces whether all of them are proper UTF-8: no overlong forms, no surrogates (ATTACKS S94). */
export function utf8Watch(): { add(bytes: Uint8Array): void; holds(): boolean } {
  let rest: Uint8Array = new Uint8Array(0);
  let holds = true;
  return {
    add(bytes) {
      if (!holds) return;
      const whole = rest.length > 0 ? Buffer.concat([rest, bytes]) : bytes;
      const cut = whole.length - unfinished(whole);
      holds = isUtf8(whole.subarray(0, cut));
      rest = Uint8Array.from(whole.subarray(cut));
    },
    holds: () => holds && rest.length === 0,
  };
}

/** How many bytes at the end begin a character whose rest is in the next piece. */
function unfinished(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] as number;
    if (byte < 0x80) return 0;
    if (byte < 0xc0) continue;
    const length = byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
    return length > back ? back : 0;
  }
  return 0;
}

/** 0x80 to 0x9f of Windows-1252, by WHATWG's index; the five that it leaves open stay control characters. */
const western = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

const latin1 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');

/** Text of bytes that come in pieces. What is no character of the encoding becomes U+FFFD. */
export function decoderOf(encoding: Encoding): { text(bytes: Uint8Array): string; end(): string } {
  if (encoding === 'windows-1252') {
    // NOTE: Node 20 decodes `windows-1252` as Latin 1, which turns the euro sign into a control character.
    const decode = (bytes: Uint8Array): string =>
      latin1(bytes).replace(/[\u0080-\u009f]/g, (sign) => western[sign.charCodeAt(0) - 0x80] as string);
    return { text: decode, end: () => '' };
  }
  const decoder = new TextDecoder(encoding);
  return { text: (bytes) => decoder.decode(bytes, { stream: true }), end: () => decoder.decode() };
}

/** For taking a file apart before its encoding is known: Latin 1 has the same quotes, delimiters and line ends as what else it may be. */
export const structureDecoder = (encoding: Encoding | null): { text(bytes: Uint8Array): string; end(): string } =>
  encoding === null || encoding === 'utf-8' || encoding === 'windows-1252'
    ? { text: (bytes) => latin1(bytes), end: () => '' }
    : decoderOf(encoding);
