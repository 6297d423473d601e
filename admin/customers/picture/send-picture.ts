import { ApiError } from '../../../widget/kit/api.js';
import type { AdminWords } from '../../admin-words.js';
import { errorWords } from '../../error-words.js';
import { sendFile } from '../../kit/send-file.js';

/** What the server takes (server/lib/pictures/upload.ts). */
export const largestPicture = 10 * 1024 * 1024;
const media = ['image/jpeg', 'image/png', 'image/webp', 'image/heic', 'image/heif'];

/** What the file chooser offers: HEIC too, since a phone's owner deserves words rather than a greyed-out file. */
export const acceptedPictures = `${media.join(',')},.jpg,.jpeg,.png,.webp,.heic,.heif`;

/** Gives a customer a picture and answers its address. Throws ApiError. */
export const sendPicture = (number: number, file: Blob, signal?: AbortSignal): Promise<string> =>
  sendPictureTo(`/customers/${number}/picture`, file, signal);

/** Gives what is at a path of the admin's API a picture, and answers the picture's address. Throws ApiError. */
export async function sendPictureTo(path: string, file: Blob, signal?: AbortSignal): Promise<string> {
  if (file.size > largestPicture) throw new ApiError('payload_too_large', 0);
  const type = media.includes(file.type) ? file.type : 'application/octet-stream';
  const answer = await sendFile<{ picture: string }>('PUT', path, file, type, signal);
  return answer.picture;
}

/** Our pages show `data:` and never `blob:` (server/http/headers.ts). Null for what is no picture: the server says why. */
export function dataAddress(file: File): Promise<string | null> {
  if (!/^image\/(?:jpeg|png|webp)$/.test(file.type)) return Promise.resolve(null);
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => resolve(null);
    reader.readAsDataURL(file);
  });
}

const reasons = {
  empty: 'picture.empty',
  heic: 'picture.heic',
  not_a_picture: 'picture.notAPicture',
  too_many_pixels: 'picture.tooManyPixels',
  damaged: 'picture.damaged',
} as const;

/** What a person reads when a picture was not taken. */
export function pictureWords(words: AdminWords, error: unknown): string {
  const { t } = words;
  if (!(error instanceof ApiError)) return errorWords(words, error);
  if (error.code === 'payload_too_large') return t('picture.tooLarge');
  if (error.code === 'unsupported_media_type') return t('picture.notAPicture');
  const reason = reasons[error.details['reason'] as keyof typeof reasons];
  return reason ? t(reason) : errorWords(words, error);
}
