import type { Readable } from 'node:stream';
import type { z } from 'zod';
import type { Actor } from './actor.js';
import type { ErrorCode } from './errors.js';
import type { Permission } from './permissions.js';

/** Who may call: anyone, any signed-in account, or an account with a permission. */
export type Access = 'anyone' | 'account' | Permission;

/** Named rate limits; their numbers stand in http/rate-limits.ts. */
export type LimitName = 'read' | 'write' | 'book' | 'sign-in' | 'upload' | 'export';

/**
 * One line of a feature's table of endpoints. Routes, the OpenAPI document, the browsers' types and the shared attack tests all
 * come from it. Path, query and body schemas are strict objects: an unknown field is refused.
 */
export interface Endpoint {
  who: Access;
  /** One sentence for the OpenAPI document. */
  summary: string;
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodType;
  /** The shape of the answer. What a handler returns beyond it does not leave the server (ATTACKS S12). */
  answer: z.ZodType;
  /** Success status; 200 when absent, 204 sends no body. */
  status?: 200 | 201 | 204;
  /** Codes this endpoint may answer beyond those that every endpoint may. */
  errors: readonly ErrorCode[];
  limit: LimitName;
  /** The request must carry an Idempotency-Key. */
  idempotent?: true;
  /** The request carries a booking's manage token as bearer. */
  bearer?: 'manage';
  /** The answer is not JSON: its media type. `answer` is then a string. */
  media?: string;
  /**
   * The body is a file as it is, in one of these media types, of at most so many bytes: no forms, so nothing to take apart
   * (ATTACKS S99). The handler reads `request.upload` to its end or not at all.
   */
  upload?: { media: readonly string[]; maxBytes: number };
  /** The handler answers a `Download`: a file, sent piece by piece. `answer` is then a string. */
  download?: true;
  /** The handler answers an `EventStream`: server-sent events for as long as both sides stay. `answer` is then a string. */
  stream?: true;
  /** The handler answers a ready `Prepared` body that is not checked again (hot paths only). */
  prepared?: true;
}

export type Endpoints = Record<string, Endpoint>;

/** Keeps the literal types of a table. Keys read `METHOD /path`, parameters as `:name`. */
export const endpoints = <const Table extends Endpoints>(table: Table): Table => table;

type Inferred<Schema, Otherwise> = Schema extends z.ZodType ? z.output<Schema> : Otherwise;
type Sent<Schema, Otherwise> = Schema extends z.ZodType ? z.input<Schema> : Otherwise;

/** What a browser sends to, and gets from, an endpoint. */
export interface CallOf<E extends Endpoint> {
  params: Sent<E['params'], undefined>;
  query: Sent<E['query'], undefined>;
  body: Sent<E['body'], undefined>;
  answer: Inferred<E['answer'], undefined>;
}

/** A table as browsers see it: types only. */
export type Contract<Table extends Endpoints> = { [Key in keyof Table]: CallOf<Table[Key]> };

/** What a handler gets. Everything in it was checked against the table. */
export interface Request<E extends Endpoint = Endpoint> {
  params: Inferred<E['params'], undefined>;
  query: Inferred<E['query'], undefined>;
  body: Inferred<E['body'], undefined>;
  actor: Actor;
  /** The file of an upload, and its media type; elsewhere an empty stream. Fails with `payload_too_large` beyond the limit. */
  upload: Readable;
  uploadMedia: string;
  /** The key of an idempotent request; '' elsewhere. */
  idempotencyKey: string;
  /** The bearer token where the endpoint takes one; '' when none was sent. */
  bearer: string;
  /** The address of the caller, after `trust proxy`. */
  ip: string;
  /** Languages of Accept-Language in order of preference. */
  languages: string[];
}

/** An answer with more than a body: cookies to set, or a ready body. */
export class Reply<Body> {
  constructor(
    readonly body: Body,
    readonly extras: { setCookie?: string; headers?: Record<string, string> } = {},
  ) {}
}

/** A body that was made once and is sent as it is. */
export interface Prepared {
  json: Buffer;
}

/** A file to send. What `body` gives is sent as it comes; when the reader goes away, it is told by its `return`. */
export interface Download {
  media: string;
  /** The name to save it under; null: it is shown, not saved. */
  fileName: string | null;
  body: AsyncIterable<Uint8Array | string>;
  /** How long the browser may keep it; `no-store` when absent. */
  caching?: string;
}

/** Who reads a stream of server-sent events. */
export interface StreamReader {
  /** One event: its name and what is sent as JSON. */
  send(name: string, data: unknown): void;
  /** The stream is over. */
  end(): void;
}

/** Events to send. `open` is called once the reader is there, and what it answers when the reader is gone. */
export interface EventStream {
  open(reader: StreamReader): () => void;
}

type Answer<E extends Endpoint> = E['prepared'] extends true
  ? Prepared
  : E['download'] extends true
    ? Download
    : E['stream'] extends true
      ? EventStream
      : Sent<E['answer'], undefined>;

export type Handler<E extends Endpoint> = (request: Request<E>) => Promise<Answer<E> | Reply<Answer<E>>>;

/** The handlers of a table: one for each line, none beside. */
export type Handlers<Table extends Endpoints> = { [Key in keyof Table]: Handler<Table[Key]> };
