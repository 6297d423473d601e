import { useEffect, useRef, useState } from 'preact/hooks';
import { ApiError } from '../../../widget/kit/api.js';
import { useAdmin } from '../../admin-context.js';
import type { PictureFieldProps, PicturePlace } from './picture-field.js';
import { dataAddress, largestPicture, pictureWords, sendPicture } from './send-picture.js';

export interface PictureWork {
  /** What is to be seen now: the picture on its way, else the one that is kept. */
  shown: string | null;
  busy: boolean;
  error: string;
  take(file: File): Promise<void>;
  stop(): void;
  remove(): Promise<void>;
}

/** Sends and removes pictures; for a customer that is not added yet, keeps the file for later. */
export function usePicture({ number, place, picture, onPicture, onFile }: PictureFieldProps): PictureWork {
  const { api, words, toasts, sessionEnded } = useAdmin();
  const customers = (own: number): PicturePlace => ({
    send: (file, signal) => sendPicture(own, file, signal),
    remove: () => api.call('DELETE /customers/:number/picture', { params: { number: String(own) } }),
  });
  const at = place ?? (number === null ? null : customers(number));
  const [preview, setPreview] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState('');
  const abort = useRef<AbortController | null>(null);
  useEffect(() => () => abort.current?.abort(), []);

  const failed = (problem: unknown) => {
    if (problem instanceof ApiError && problem.code === 'not_signed_in') return sessionEnded();
    setError(pictureWords(words, problem));
  };
  const take = async (file: File) => {
    setError('');
    if (file.size > largestPicture) return setError(words.t('picture.tooLarge'));
    const address = await dataAddress(file);
    setPreview(address);
    if (at === null) {
      // Nobody to send it to yet, so what the server would say is said here.
      if (address === null) setError(words.t(/hei[cf]$/i.test(file.name) ? 'picture.heic' : 'picture.notAPicture'));
      return onFile?.(address === null ? null : file);
    }
    const upload = new AbortController();
    abort.current = upload;
    const { signal } = upload;
    setBusy(true);
    try {
      onPicture(await at.send(file, signal));
      toasts.show({ text: words.t('picture.changed') });
    } catch (problem) {
      if (!signal.aborted) failed(problem);
    }
    // What is kept is now the picture itself, as the server made it.
    setPreview(null);
    setBusy(false);
  };
  const remove = async () => {
    setError('');
    setPreview(null);
    if (at === null) return onFile?.(null);
    setBusy(true);
    try {
      await at.remove();
      onPicture(null);
      toasts.show({ text: words.t('picture.removed') });
    } catch (problem) {
      failed(problem);
    }
    setBusy(false);
  };
  return { shown: preview ?? picture, busy, error, take, stop: () => abort.current?.abort(), remove };
}
