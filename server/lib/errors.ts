/** Every error code a caller can meet, with its HTTP status. Codes are stable; browsers map them to words. */
export const errorStatus = {
  invalid_request: 422,
  unsupported_media_type: 415,
  payload_too_large: 413,
  not_found: 404,
  method_not_allowed: 405,
  not_signed_in: 401,
  wrong_credentials: 401,
  forbidden: 403,
  cross_site: 403,
  too_many_requests: 429,
  idempotency_key_missing: 422,
  idempotency_key_reused: 422,
  slot_taken: 409,
  slot_not_offered: 422,
  price_changed: 409,
  terms_changed: 409,
  too_late_to_cancel: 409,
  already_decided: 409,
  in_use: 409,
  stale: 409,
  conflict: 409,
  overloaded: 503,
  internal: 500,
} as const satisfies Record<string, number>;

export type ErrorCode = keyof typeof errorStatus;

export interface ErrorExtras {
  /** Dotted path of the field at fault, as in the request: `contact.email`. */
  field?: string;
  /** Facts the browser shows or acts on. Goes to the caller: never internals. */
  details?: Record<string, unknown>;
  /** What happened beneath; logged, never sent. */
  cause?: unknown;
  /** Seconds until another try makes sense; sent as Retry-After. */
  retryAfter?: number;
}

/** An error that a caller may see. Anything else that is thrown becomes a plain 500 with a request id. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly field: string | undefined;
  readonly details: Record<string, unknown> | undefined;
  readonly retryAfter: number | undefined;
  /** Of a refusal: its row is in the trail already, with more in it than the endpoint. */
  isOnRecord = false;

  constructor(code: ErrorCode, message: string, extras: ErrorExtras = {}) {
    super(message, { cause: extras.cause });
    this.name = 'AppError';
    this.code = code;
    this.field = extras.field;
    this.details = extras.details;
    this.retryAfter = extras.retryAfter;
  }

  get status(): number {
    return errorStatus[this.code];
  }
}

/** The one answer for an unknown id and for somebody else's (ATTACKS, oracle 4). */
export const notFound = (): AppError => new AppError('not_found', 'There is nothing here.');
