/** What a file is, by its first bytes. Its name and what the browser calls it are hearsay (ATTACKS S96). */
export type PictureKind = 'jpeg' | 'png' | 'webp' | 'heic' | 'other';

const starts = (bytes: Buffer, at: number, text: string): boolean =>
  bytes.subarray(at, at + text.length).toString('latin1') === text;

/** ISO 14496-12: the brands of HEIF and AVIF, which phones write and browsers do not all show. */
const heifBrands = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1', 'avif', 'avis'];

export function kindOf(bytes: Buffer): PictureKind {
  if (starts(bytes, 0, '\xff\xd8\xff')) return 'jpeg';
  if (starts(bytes, 0, '\x89PNG\r\n\x1a\n')) return 'png';
  if (starts(bytes, 0, 'RIFF') && starts(bytes, 8, 'WEBP')) return 'webp';
  if (starts(bytes, 4, 'ftyp') && heifBrands.includes(bytes.subarray(8, 12).toString('latin1'))) return 'heic';
  return 'other';
}
