import { ApiError } from '../../widget/kit/api.js';

/** Milliseconds until an upload is given up. */
const patience = 120_000;

/**
 * Sends a file as it is to an endpoint of the admin that takes an upload, and answers its JSON. Throws ApiError like `api.call`.
 * `media` is what the endpoint's table names.
 */
export async function sendFile<Answer>(
  method: 'POST' | 'PUT',
  path: string,
  file: Blob,
  media: string,
  signal?: AbortSignal,
): Promise<Answer> {
  const limit = AbortSignal.timeout(patience);
  let response: Response;
  try {
    response = await fetch(`/api/v1/admin${path}`, {
      method,
      headers: { 'Content-Type': media },
      credentials: 'same-origin',
      body: file,
      signal: signal ? AbortSignal.any([signal, limit]) : limit,
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ApiError(limit.aborted ? 'timeout' : navigator.onLine ? 'unreachable' : 'offline', 0);
  }
  const body = response.status === 204 ? undefined : await response.json().catch(() => null);
  if (response.ok) return body as Answer;
  const { code = 'internal', field, details } = (body as { error?: Partial<ApiError> } | null)?.error ?? {};
  throw new ApiError(code, response.status, field, details);
}
