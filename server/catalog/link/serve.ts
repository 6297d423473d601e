import type { RequestHandler } from 'express';
import { Router } from 'express';
import type { Db } from '../../db/connect.js';
import type { Surface } from '../../http/mount.js';
import { serviceOfLink } from './queries.js';

/** What lies below the link of a private service: the booking page and the embed once more, and the API to which that service is open. */
export function serveLink(api: RequestHandler[], pages: RequestHandler): Router {
  const router = Router({ strict: true });
  router.use('/api/v1', ...api);
  router.use((request, response, next) => {
    // The page looks for its script below its own address.
    if (!request.originalUrl.startsWith(`${request.baseUrl}/`)) response.redirect(308, `${request.baseUrl}/`);
    else if (request.path === '/' || request.path.startsWith('/embed/')) pages(request, response, next);
    else next();
  });
  return router;
}

/** A visitor with the link of a private service. One that was taken back makes nobody more than any other visitor. */
export const invitedVisitor =
  (db: Db): Surface['actorOf'] =>
  async ({ baseUrl }) => {
    const invitedTo = await serviceOfLink(db, baseUrl.split('/')[2] ?? '');
    return invitedTo === null ? { kind: 'visitor' } : { kind: 'visitor', invitedTo };
  };
