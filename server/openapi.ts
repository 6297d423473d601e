import { Router } from 'express';
import { z } from 'zod';
import { adminTable, publicTable } from './api.js';
import { sendPrepared } from './http/respond.js';
import type { Endpoint, Endpoints } from './lib/endpoint.js';

const everyErrors = ['invalid_request', 'too_many_requests', 'internal'] as const;

/** `GET /openapi.json`, made at the first request. */
export function serveOpenApi(): Router {
  const router = Router();
  let json: Buffer | null = null;
  router.get('/openapi.json', async (request, response) => {
    json ??= Buffer.from(JSON.stringify(openApiDocument()));
    await sendPrepared(request, response, 200, { json });
  });
  return router;
}

/** The OpenAPI 3.0 description of both surfaces, made from the tables of endpoints. */
export function openApiDocument(): object {
  return {
    openapi: '3.0.3',
    info: { title: 'Bookpane', version: '1' },
    servers: [{ url: '/api/v1' }],
    components: {
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: '__Host-bookpane' },
        manage: { type: 'http', scheme: 'bearer', description: 'The token of a manage link.' },
      },
    },
    paths: { ...pathsOf(publicTable, ''), ...pathsOf(adminTable, '/admin') },
  };
}

function pathsOf(table: Endpoints, base: string): Record<string, Record<string, object>> {
  const paths: Record<string, Record<string, object>> = {};
  for (const [key, endpoint] of Object.entries(table)) {
    const [method = '', path = ''] = key.split(' ');
    const templated = base + path.replace(/:(\w+)/g, '{$1}');
    paths[templated] ??= {};
    paths[templated][method.toLowerCase()] = operationOf(endpoint);
  }
  return paths;
}

function operationOf(endpoint: Endpoint): object {
  const status = String(endpoint.status ?? 200);
  const media = endpoint.media ?? 'application/json';
  return {
    summary: endpoint.summary,
    ...(endpoint.who === 'anyone' ? {} : { security: [{ session: [] }] }),
    ...(endpoint.bearer ? { security: [{ manage: [] }] } : {}),
    ...(endpoint.who !== 'anyone' && endpoint.who !== 'account' ? { 'x-permission': endpoint.who } : {}),
    parameters: [
      ...parametersOf(endpoint.params, 'path'),
      ...parametersOf(endpoint.query, 'query'),
      ...(endpoint.idempotent ? [idempotencyHeader] : []),
    ],
    ...(endpoint.body
      ? {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: schemaOf(endpoint.body, 'input') } },
          },
        }
      : {}),
    responses: {
      [status]:
        status === '204'
          ? { description: 'Done.' }
          : { description: 'Done.', content: { [media]: { schema: schemaOf(endpoint.answer, 'output') } } },
      default: {
        description: 'Refused.',
        content: { 'application/json': { schema: errorSchema([...everyErrors, ...endpoint.errors]) } },
      },
    },
  };
}

const idempotencyHeader = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  schema: { type: 'string', minLength: 16, maxLength: 200 },
};

function parametersOf(schema: z.ZodObject | undefined, place: 'path' | 'query'): object[] {
  return Object.entries(schema?.shape ?? {}).map(([name, field]) => ({
    name,
    in: place,
    required: place === 'path' || !(field as z.ZodType).safeParse(undefined).success,
    schema: schemaOf(field as z.ZodType, 'input'),
  }));
}

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): object =>
  z.toJSONSchema(schema, { target: 'openapi-3.0', io, unrepresentable: 'any' });

const errorSchema = (codes: readonly string[]): object => ({
  type: 'object',
  required: ['error'],
  properties: {
    error: {
      type: 'object',
      required: ['code', 'message'],
      properties: {
        code: { type: 'string', enum: [...new Set(codes)] },
        message: { type: 'string' },
        field: { type: 'string' },
        details: { type: 'object' },
      },
    },
  },
});
