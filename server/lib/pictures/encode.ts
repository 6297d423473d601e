import type { Sharp } from 'sharp';
import { AppError } from '../errors.js';
import { kindOf } from './kind.js';

/** Edges in pixels that are kept: for 256 and for 64 CSS pixels on a sharp screen. */
export const pictureSizes = [512, 128] as const;
export type PictureSize = (typeof pictureSizes)[number];

export type EncodedPicture = Record<PictureSize, Buffer>;

export type PictureReason = 'empty' | 'heic' | 'not_a_picture' | 'too_many_pixels' | 'damaged';

const words: Record<PictureReason, string> = {
  empty: 'The file is empty.',
  heic: 'This is a HEIC picture, which not every browser can show. Save it as JPEG or PNG and choose that file.',
  not_a_picture: 'This file is not a picture. Choose a JPEG, PNG or WebP file.',
  too_many_pixels: 'This picture has more than 40 million pixels. Make it smaller and try again.',
  damaged: 'This picture is damaged and can’t be opened. Choose another file.',
};

const refused = (reason: PictureReason, cause?: unknown): AppError =>
  new AppError('invalid_request', words[reason], { field: 'picture', details: { reason }, cause });

/** 40 megapixels decode into some 160 MB, and only one picture at a time is decoded. */
const mostPixels = 40_000_000;
const seconds = 10;

/**
 * A picture in our own encoding and nobody else's: upright, square, without a byte of what came with it. No polyglot, no script in a
 * comment, no place of exposure gets through (ATTACKS S96, S97). AppError `invalid_request` with the reason.
 */
export async function encodePicture(bytes: Buffer): Promise<EncodedPicture> {
  if (bytes.length === 0) throw refused('empty');
  const kind = kindOf(bytes);
  if (kind === 'heic') throw refused('heic');
  if (kind === 'other') throw refused('not_a_picture');
  const { default: sharp } = await import('sharp');
  // One thread and no cache: memory stays low, and bookings keep the other processors.
  sharp.concurrency(1);
  sharp.cache(false);
  // One page: of an animation, the first frame.
  const open = (): Sharp => sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error', pages: 1 });
  try {
    const { format, width, height } = await open().metadata();
    if (format !== kind) throw refused('not_a_picture');
    if (width * height > mostPixels) throw refused('too_many_pixels');
    const [large, small] = pictureSizes;
    // Upright before it is cut; colours as screens have them (CMYK comes from print shops). Metadata is dropped by default.
    const square = await open()
      .timeout({ seconds })
      .autoOrient()
      .resize(large, large, { fit: 'cover' })
      .toColourspace('srgb')
      .webp({ quality: 82 })
      .toBuffer();
    return { [large]: square, [small]: await sharp(square).resize(small, small).webp({ quality: 82 }).toBuffer() };
  } catch (error) {
    if (error instanceof AppError) throw error;
    // Ten seconds are enough for any picture of a machine that isn't overloaded; the picture may be sound.
    if (/timeout/.test(String(error)))
      throw new AppError('overloaded', 'This picture took too long. Please try again.', {
        retryAfter: 30,
        cause: error,
      });
    throw refused(/pixel limit/.test(String(error)) ? 'too_many_pixels' : 'damaged', error);
  }
}
