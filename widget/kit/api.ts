/** What went wrong with a call; the browser turns `code` into words. */
export class ApiError extends Error {
  constructor(
    /** A code of the server (server/lib/errors.ts), or `offline`, `timeout` or `unreachable` when no answer came. */
    readonly code: string,
    readonly status: number,
    /** The field at fault as in the request: `contact.email`. */
    readonly field?: string,
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(code);
  }
}

/** Whether asking again may help: nothing was wrong with the question. */
export const isPassing = ({ status }: ApiError): boolean => status === 0 || status === 429 || status >= 500;

interface Call {
  params: unknown;
  query: unknown;
  body: unknown;
  answer: unknown;
}

type Part<Name extends 'params' | 'query' | 'body', C extends Call> = undefined extends C[Name]
  ? { [Key in Name]?: undefined }
  : { [Key in Name]: C[Name] };

export type Input<C extends Call> = Part<'params', C> &
  Part<'query', C> &
  Part<'body', C> & {
    /** Bearer token: a booking's manage token. */
    bearer?: string;
    /** Of requests that must not happen twice; the same for every try. */
    idempotencyKey?: string;
    signal?: AbortSignal;
  };

export interface Api<Contract extends Record<keyof Contract, Call>> {
  /** Calls an endpoint of the table: `api.call('GET /availability', { query: { … } })`. Throws `ApiError`. */
  call<Key extends keyof Contract & string>(key: Key, input: Input<Contract[Key]>): Promise<Contract[Key]['answer']>;
}

export interface ApiOptions {
  /** The admin's session travels in a cookie; the widget's calls never carry one. */
  credentials?: 'omit' | 'same-origin';
}

/** Milliseconds until a call is given up. */
const patience = 15_000;

/** A client for a table of endpoints below `base` (`https://book.example.com/api/v1`), typed by the server's own table. */
export function createApi<Contract extends Record<keyof Contract, Call>>(
  base: string,
  { credentials = 'omit' }: ApiOptions = {},
): Api<Contract> {
  return {
    async call(key, input) {
      const [method, path] = key.split(' ') as [string, string];
      const { params, query, body, bearer, idempotencyKey, signal } = input as Input<Call>;
      const url = base + filled(path, params as Fields) + queryOf(query as Fields);
      const headers: Record<string, string> = {};
      if (body !== undefined) headers['Content-Type'] = 'application/json';
      if (bearer) headers['Authorization'] = `Bearer ${bearer}`;
      if (idempotencyKey) headers['Idempotency-Key'] = idempotencyKey;
      const limit = AbortSignal.timeout(patience);
      try {
        const response = await fetch(url, {
          method,
          headers,
          credentials,
          // No Referer: what a host's address holds is none of the server's business.
          referrerPolicy: 'no-referrer',
          body: body === undefined ? null : JSON.stringify(body),
          signal: signal ? AbortSignal.any([signal, limit]) : limit,
        });
        return await answerOf(response);
      } catch (error) {
        if (error instanceof ApiError || signal?.aborted) throw error;
        throw new ApiError(limit.aborted ? 'timeout' : navigator.onLine ? 'unreachable' : 'offline', 0);
      }
    },
  };
}

type Fields = Record<string, string | undefined> | undefined;

const filled = (path: string, params: Fields): string =>
  path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params?.[name])));

function queryOf(query: Fields): string {
  const given = Object.entries(query ?? {}).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return given.length > 0 ? `?${new URLSearchParams(given)}` : '';
}

async function answerOf(response: Response): Promise<never> {
  if (response.ok) {
    if (response.status === 204) return undefined as never;
    const isJson = response.headers.get('Content-Type')?.includes('json');
    return (isJson ? await response.json() : await response.text()) as never;
  }
  const body = (await response.json().catch(() => null)) as { error?: Partial<ApiError> } | null;
  const { code = 'internal', field, details } = body?.error ?? {};
  throw new ApiError(code, response.status, field, details);
}
