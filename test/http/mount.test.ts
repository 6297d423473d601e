import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import express from 'express';
import { z } from 'zod';
import { answerErrors } from '../../server/http/errors.js';
import { mount } from '../../server/http/mount.js';
import { parseQuery } from '../../server/http/query.js';
import { createRateLimits } from '../../server/http/rate-limits.js';
import type { Actor } from '../../server/lib/actor.js';
import { endpoints } from '../../server/lib/endpoint.js';
import { AppError } from '../../server/lib/errors.js';
import { createLog } from '../../server/lib/log.js';
import { request } from '../support/app.js';

const table = endpoints({
  'GET /person': {
    who: 'anyone',
    summary: 'A person.',
    answer: z.object({ name: z.string() }),
    errors: [],
    limit: 'read',
  },
  'GET /fault': { who: 'anyone', summary: 'A fault.', answer: z.null(), errors: [], limit: 'read' },
  'GET /half': {
    who: 'account',
    summary: 'Refused by its handler.',
    query: z.strictObject({ told: z.string().optional() }),
    answer: z.null(),
    errors: ['forbidden'],
    limit: 'read',
  },
  'GET /secret': {
    who: 'catalog.edit',
    summary: 'For some.',
    answer: z.null(),
    status: 204,
    errors: [],
    limit: 'read',
  },
});

describe('endpoints as their table mounts them', () => {
  const denied: string[] = [];
  let actor: Actor = { kind: 'visitor' };
  let servers: Server[] = [];

  const serve = async (strictAnswers: boolean, limited = false): Promise<string> => {
    const app = express();
    app.set('query parser', parseQuery);
    const person = { name: 'Ben', passwordHash: '$argon2id$…' };
    const handlers = {
      'GET /person': async () => person,
      'GET /fault': async () => {
        throw new Error('SELECT secret FROM /srv/app.js');
      },
      'GET /half': async ({ query }: { query: { told?: string | undefined } }) => {
        const refusal = new AppError('forbidden', 'Not this half.');
        refusal.isOnRecord = query.told === 'yes';
        throw refusal;
      },
      'GET /secret': async () => null,
    };
    const surface = {
      limits: createRateLimits(limited),
      actorOf: async () => actor,
      denied: async (_actor: Actor, key: string) => void denied.push(key),
      strictAnswers,
    };
    app.use(mount(table, handlers, surface));
    app.use(answerErrors(createLog('silent')));
    const server: Server = await new Promise((resolve) => {
      const listening = app.listen(0, '127.0.0.1', () => resolve(listening));
    });
    servers.push(server);
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  };
  afterEach(() => {
    for (const server of servers) server.close();
    servers = [];
    actor = { kind: 'visitor' };
  });

  it('S12 cuts an answer to what its schema names, and fails in tests when there was more', async () => {
    expect((await request(await serve(false), 'GET', '/person')).body).to.deep.equal({ name: 'Ben' });
    const strict = await request(await serve(true), 'GET', '/person');
    expect([strict.status, strict.body.error.code]).to.deep.equal([500, 'internal']);
  });

  it('S113 says nothing of an unexpected error but that there was one', async () => {
    const { status, body } = await request(await serve(false), 'GET', '/fault');
    expect([status, body]).to.deep.equal([
      500,
      { error: { code: 'internal', message: 'Something went wrong on our side. Please try again.' } },
    ]);
  });

  it('S16 lets in whoever has the permission, and tells of an account that tried without', async () => {
    const url = await serve(false);
    expect((await request(url, 'GET', '/secret')).status).to.equal(401);
    expect(denied, 'visitors are not worth a row').to.deep.equal([]);
    const account = { kind: 'account' as const, accountId: 1, sessionHash: '', name: 'Ada', providerId: null };
    actor = { ...account, permissions: new Set(['catalog.view'] as const) };
    expect((await request(url, 'GET', '/secret')).status).to.equal(403);
    expect(denied).to.deep.equal(['GET /secret']);
    actor = { ...account, permissions: new Set(['catalog.edit'] as const) };
    expect((await request(url, 'GET', '/secret')).status).to.equal(204);
  });

  it('tells of what a handler refuses too, once, and not of what it has told itself (oracle 3)', async () => {
    const url = await serve(false);
    const before = denied.length;
    actor = { kind: 'account', accountId: 1, sessionHash: '', name: 'Ada', providerId: null, permissions: new Set() };
    expect((await request(url, 'GET', '/half')).status).to.equal(403);
    expect(denied.slice(before)).to.deep.equal(['GET /half']);
    expect((await request(url, 'GET', '/half?told=yes')).status).to.equal(403);
    expect(denied.slice(before)).to.deep.equal(['GET /half']);
  });

  it('S117 limits how often one address may ask, and says when to come back', async () => {
    const url = await serve(false, true);
    const statuses = await Promise.all(Array.from({ length: 605 }, () => request(url, 'GET', '/person')));
    const refused = statuses.filter((answer) => answer.status === 429);
    expect(refused.length).to.equal(5);
    expect(refused[0]?.headers.get('retry-after')).to.equal('60');
    expect(refused[0]?.body.error.code).to.equal('too_many_requests');
  });
});
