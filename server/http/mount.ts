import type { Request as HttpRequest, RequestHandler, Response } from 'express';
import { Router } from 'express';
import { z } from 'zod';
import type { Actor } from '../lib/actor.js';
import type {
  Access,
  Download,
  Endpoint,
  Endpoints,
  EventStream,
  Handler,
  Handlers,
  Prepared,
  Request,
} from '../lib/endpoint.js';
import { Reply } from '../lib/endpoint.js';
import { AppError } from '../lib/errors.js';
import { jsonBody } from './body.js';
import { check } from './check.js';
import { sendDownload } from './download.js';
import { sendEvents } from './event-stream.js';
import type { RateLimits } from './rate-limits.js';
import { sendJson, sendPrepared } from './respond.js';
import { noUpload, openUpload } from './upload.js';

export interface Surface {
  limits: RateLimits;
  /** Who makes this request; never throws for somebody unknown. */
  actorOf(request: HttpRequest): Promise<Actor>;
  /** Told of a signed-in account that tried what it may not (ATTACKS, oracle 3). */
  denied(actor: Actor, endpoint: string): Promise<void>;
  /** Answers beyond the table throw instead of being cut to it: for development and tests (ATTACKS S12). */
  strictAnswers: boolean;
}

const idempotencyKey = z.string().regex(/^[\x21-\x7e]{16,200}$/);

/** A router that serves a table of endpoints with its handlers; other methods of a known path answer 405. */
export function mount<Table extends Endpoints>(table: Table, handlers: Handlers<Table>, surface: Surface): Router {
  const router = Router({ caseSensitive: true, strict: true });
  const methods = new Map<string, string[]>();
  for (const [key, endpoint] of inOrder(table)) {
    const [method = '', path = ''] = key.split(' ');
    methods.set(path, [...(methods.get(path) ?? []), method]);
    const serve = serveEndpoint(key, endpoint, handlers[key as keyof Table] as Handler<Endpoint>, surface);
    const route = router.route(path);
    route[method.toLowerCase() as 'get'](surface.limits[endpoint.limit], serve);
  }
  for (const [path, allowed] of methods) router.all(path, refuseMethod(allowed));
  return router;
}

/** What a path says beats what it leaves open: `/customers/duplicates` comes before `/customers/:number`, wherever they stand. */
function inOrder<Table extends Endpoints>(table: Table): [string, Endpoint][] {
  const rank = (key: string): string => key.replace(/^\S+ /, '').replace(/:\w+/g, '\u{10FFFF}');
  return Object.entries(table).sort(([left], [right]) => (rank(left) < rank(right) ? -1 : 1));
}

function serveEndpoint(key: string, endpoint: Endpoint, handler: Handler<Endpoint>, surface: Surface): RequestHandler {
  const answer = async (request: HttpRequest, response: Response): Promise<void> => {
    const actor = await surface.actorOf(request);
    await authorise(endpoint.who, actor, () => surface.denied(actor, key));
    if (endpoint.body) await readBody(request, response);
    const upload = endpoint.upload ? openUpload(request, endpoint.upload) : noUpload();
    const checked = {
      params: endpoint.params ? check(endpoint.params, request.params) : undefined,
      query: endpoint.query ? check(endpoint.query, { ...request.query }) : check(noQuery, { ...request.query }),
      body: endpoint.body ? check(endpoint.body, request.body) : undefined,
      actor,
      ...upload,
      idempotencyKey: endpoint.idempotent ? keyOf(request) : '',
      bearer: endpoint.bearer ? bearerOf(request) : '',
      ip: request.ip ?? '',
      languages: request.acceptsLanguages().filter((language) => language !== '*'),
    };
    const result = await refusalsOnRecord(
      actor,
      () => surface.denied(actor, key),
      () => handler(checked as unknown as Request),
    );
    const reply = result instanceof Reply ? result : new Reply(result);
    if (reply.extras.setCookie) response.setHeader('set-cookie', reply.extras.setCookie);
    for (const [name, value] of Object.entries(reply.extras.headers ?? {})) response.setHeader(name, value);
    if (endpoint.stream) {
      const mayStay = async (): Promise<boolean> => isAllowed(endpoint.who, await surface.actorOf(request));
      sendEvents(request, response, reply.body as unknown as EventStream, mayStay);
    } else await send(request, response, endpoint, reply.body, surface.strictAnswers);
  };
  return (request, response, next) => {
    answer(request, response).catch(next);
  };
}

/** What a handler refuses leaves a row in the trail like what the table refuses (ATTACKS, oracle 3). */
async function refusalsOnRecord<T>(actor: Actor, denied: () => Promise<void>, work: () => Promise<T> | T): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof AppError && error.code === 'forbidden' && actor.kind === 'account' && !error.isOnRecord)
      await denied();
    throw error;
  }
}

const noQuery = z.strictObject({});

const isAllowed = (who: Access, actor: Actor): boolean =>
  who === 'anyone' || (actor.kind === 'account' && (who === 'account' || actor.permissions.has(who)));

async function authorise(who: Access, actor: Actor, denied: () => Promise<void>): Promise<void> {
  if (isAllowed(who, actor)) return;
  if (actor.kind !== 'account') throw new AppError('not_signed_in', 'Please sign in.');
  await denied();
  throw new AppError('forbidden', 'Your account is not allowed to do this.');
}

function readBody(request: HttpRequest, response: Response): Promise<void> {
  return new Promise((resolve, reject) => {
    jsonBody(request, response, (error?: unknown) => (error ? reject(error) : resolve()));
  });
}

function keyOf(request: HttpRequest): string {
  const parsed = idempotencyKey.safeParse(request.headers['idempotency-key']);
  if (parsed.success) return parsed.data;
  throw new AppError('idempotency_key_missing', 'Send an Idempotency-Key header of 16 to 200 characters.');
}

function bearerOf(request: HttpRequest): string {
  return /^Bearer ([A-Za-z0-9_-]{20,200})$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
}

async function send(
  request: HttpRequest,
  response: Response,
  endpoint: Endpoint,
  body: unknown,
  strict: boolean,
): Promise<void> {
  const status = endpoint.status ?? 200;
  if (status === 204) {
    response.writeHead(204);
    response.end();
  } else if (endpoint.prepared) {
    const prepared = body as unknown as Prepared;
    if (strict) onlyAnswer(endpoint, JSON.parse(prepared.json.toString()), true);
    await sendPrepared(request, response, status, prepared);
  } else if (endpoint.download) {
    await sendDownload(response, status, body as unknown as Download);
  } else if (endpoint.media) {
    response.writeHead(status, { 'content-type': `${endpoint.media}; charset=utf-8` });
    response.end(body as unknown as string);
  } else {
    sendJson(response, status, onlyAnswer(endpoint, body, strict));
  }
}

/** The answer cut to its schema, so that nothing leaves that the table does not name. */
function onlyAnswer(endpoint: Endpoint, body: unknown, strict: boolean): unknown {
  const answer = endpoint.answer.parse(body);
  if (strict && JSON.stringify(sorted(answer)) !== JSON.stringify(sorted(body)))
    throw new Error('the answer holds more than its schema names');
  return answer;
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}

function refuseMethod(allowed: string[]): RequestHandler {
  return (_request, response, next) => {
    response.setHeader('allow', allowed.join(', '));
    next(new AppError('method_not_allowed', 'This address does not answer that method.'));
  };
}
