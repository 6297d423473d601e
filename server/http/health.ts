import { Router } from 'express';
import type { Db } from '../db/connect.js';
import { sendJson } from './respond.js';

const patience = 2000;

/** `/livez`: the process answers. `/readyz`: its database does, within two seconds. */
export function serveHealth({ db }: { db: Db }): Router {
  const router = Router();
  router.get('/livez', (_request, response) => sendJson(response, 200, { status: 'ok' }));
  router.get('/readyz', async (_request, response) => {
    try {
      await db.raw('SELECT 1').timeout(patience);
      sendJson(response, 200, { status: 'ok' });
    } catch {
      sendJson(response, 503, { status: 'database unreachable' });
    }
  });
  return router;
}
