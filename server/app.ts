import type { Express, Request as HttpRequest } from 'express';
import express, { Router } from 'express';
import { readSessionCookie, sessionCookie } from './accounts/cookie.js';
import { sessionHandlers } from './accounts/routes.js';
import { sessionLength } from './accounts/service.js';
import { ownAccountHandlers, passwordLinkHandlers, teamHandlers } from './accounts/team-routes.js';
import { adminTable, publicTable } from './api.js';
import { availabilityAdminHandlers, availabilityHandlers } from './availability/routes.js';
import { bookingAdminHandlers } from './bookings/appointment-routes.js';
import { calendarHandlers } from './bookings/calendar-routes.js';
import { bookingHandlers } from './bookings/routes.js';
import { staffBookingHandlers } from './bookings/staff-routes.js';
import { catalogArrangeHandlers } from './catalog/arrange-routes.js';
import { extraHandlers } from './catalog/extras/routes.js';
import { serviceLinkHandlers } from './catalog/link/routes.js';
import { invitedVisitor, serveLink } from './catalog/link/serve.js';
import { catalogPictureHandlers, servicePictureHandlers } from './catalog/picture/routes.js';
import { catalogAdminHandlers, catalogHandlers } from './catalog/routes.js';
import type { Context } from './context.js';
import { bulkHandlers } from './customers/bulk/routes.js';
import { detailHandlers } from './customers/detail/routes.js';
import { duplicateHandlers } from './customers/duplicates/routes.js';
import { erasureHandlers } from './customers/erasure/routes.js';
import { exportHandlers } from './customers/export/routes.js';
import { importHandlers } from './customers/import/routes.js';
import { listHandlers } from './customers/list/routes.js';
import { mailHandlers, unsubscribeHandlers } from './customers/mail/routes.js';
import { nationalityHandlers } from './customers/nationality/routes.js';
import { noteHandlers } from './customers/notes/routes.js';
import { personExportHandlers } from './customers/person-export/routes.js';
import { pictureHandlers } from './customers/picture/routes.js';
import { readRecord, recordHandlers } from './customers/record/routes.js';
import { sensitiveHandlers } from './customers/sensitive/routes.js';
import { trashHandlers } from './customers/trash/routes.js';
import { transact } from './db/transact.js';
import { createEmbedWatch } from './first-run/launch.js';
import { firstRunHandlers } from './first-run/routes.js';
import { publicCors } from './http/cors.js';
import { answerErrors, answerNotFound } from './http/errors.js';
import { apiHeaders } from './http/headers.js';
import { serveHealth } from './http/health.js';
import type { Surface } from './http/mount.js';
import { mount } from './http/mount.js';
import { servePages } from './http/pages.js';
import { parseQuery } from './http/query.js';
import { createRateLimits } from './http/rate-limits.js';
import { logRequests } from './http/request-log.js';
import { sameOrigin } from './http/same-origin.js';
import { invoiceHandlers } from './invoices/routes.js';
import type { Actor } from './lib/actor.js';
import { loginHandlers } from './logins/routes.js';
import { noticeHandlers } from './notices/routes.js';
import { feedAdminHandlers, feedHandlers } from './notifications/feed/routes.js';
import { messageHandlers } from './notifications/routes.js';
import { serveOpenApi } from './openapi.js';
import { providerPictureHandlers } from './providers/picture/routes.js';
import { hoursHandlers, impactHandlers, providerAdminHandlers } from './providers/routes.js';
import { reportHandlers } from './reports/routes.js';
import { lockedByEnvironment } from './settings/environment.js';
import { settingsAdminHandlers, siteHandlers } from './settings/routes.js';

const visitor: Actor = { kind: 'visitor' };

/** The whole server as one Express application: headers first, then surfaces, then pages, errors last. */
export function createApp(context: Context): Express {
  const { config, log, settings } = context;
  const cors = publicCors(
    async () => (await settings.all()).allowedSites,
    createEmbedWatch(context.db, (error) => log.warn({ err: error }, 'a site could not be remembered')),
  );
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('trust proxy', config.trustProxy);
  app.set('query parser', parseQuery);
  app.set('case sensitive routing', true);
  app.use(logRequests(log));
  app.use(serveHealth(context));
  app.use(
    '/api/v1/admin',
    apiHeaders(config, 'same-origin'),
    sameOrigin(config.publicUrl),
    adminRouter(context),
    answerNotFound,
  );
  // No cookie is read here, so nobody is more than a visitor.
  const surface = surfaceOf(context, async () => visitor);
  app.use('/api/v1', apiHeaders(config, 'cross-origin'), cors, publicRouter(context, surface), answerNotFound);
  const pages = servePages(config);
  const byLink = publicRouter(context, { ...surface, actorOf: invitedVisitor(context.db) });
  app.use('/links/:link', serveLink([apiHeaders(config, 'cross-origin'), cors, byLink, answerNotFound], pages));
  app.use(pages);
  app.use(apiHeaders(config, 'same-origin'), answerNotFound);
  app.use(answerErrors(log));
  return app;
}

function publicRouter(context: Context, surface: Surface): Router {
  const router = Router();
  router.use(serveOpenApi());
  const handlers = {
    ...siteHandlers(context),
    ...catalogHandlers(context),
    ...catalogPictureHandlers(context),
    ...availabilityHandlers(context.availability),
    ...bookingHandlers(context.bookings),
    ...unsubscribeHandlers(context.mail),
    ...feedHandlers(context.feed),
  };
  router.use(mount(publicTable, handlers, surface));
  return router;
}

function adminRouter(context: Context): Router {
  const { accounts, config, db, clock, record, notifications } = context;
  const secure = config.publicUrl.startsWith('https:');
  const handlers = {
    ...sessionHandlers({ accounts, secure }),
    ...firstRunHandlers({
      ...context.firstRun,
      publicUrl: config.publicUrl,
      sendsMail: config.smtpUrl !== null,
      signIn: async (email, password, ip) =>
        sessionCookie((await accounts.signIn(email, password, '', ip)).token, sessionLength / 1000, secure),
    }),
    ...ownAccountHandlers(context.team, accounts),
    ...passwordLinkHandlers(context.team),
    ...teamHandlers(context.team),
    ...catalogAdminHandlers(context),
    ...catalogArrangeHandlers(context),
    ...servicePictureHandlers(context),
    ...extraHandlers(context),
    ...serviceLinkHandlers({ ...context, publicUrl: config.publicUrl }),
    ...providerAdminHandlers(context),
    ...hoursHandlers(context),
    ...impactHandlers(context),
    ...providerPictureHandlers(context),
    ...feedAdminHandlers(context.feed),
    ...availabilityAdminHandlers(context.availability),
    ...bookingAdminHandlers(context.bookings),
    ...calendarHandlers(context.bookings, context.live),
    ...staffBookingHandlers(context.bookings),
    ...listHandlers({ db, clock, site: context.settings.all }),
    ...recordHandlers({ ...context, forms: context.settings.all }),
    ...loginHandlers(context.logins),
    ...duplicateHandlers({
      ...context,
      country: async () => (await context.settings.all()).country,
      view: (actor, number) => readRecord({ ...context, forms: context.settings.all }, actor, number),
    }),
    ...settingsAdminHandlers({ ...context, environment: lockedByEnvironment(config) }),
    ...nationalityHandlers({ required: async () => (await context.settings.all()).requiredSensitive }),
    ...sensitiveHandlers(context),
    ...pictureHandlers(context),
    ...detailHandlers(context),
    ...noteHandlers({ db, clock, record, defaultZone: context.bookings.defaultZone }),
    ...noticeHandlers(context),
    ...trashHandlers(context.trash),
    ...erasureHandlers({ db, clock, record, nudge: notifications.nudge }),
    ...bulkHandlers({
      ...context,
      failed: (error) => context.log.error({ err: error }, 'a part of a bulk action failed'),
    }),
    ...personExportHandlers({ ...context, site: context.settings.site, defaultZone: context.bookings.defaultZone }),
    ...exportHandlers(context),
    ...importHandlers({ ...context.importing, imports: context.imports }),
    ...mailHandlers(context.mail),
    ...invoiceHandlers(context.invoices),
    ...reportHandlers(context.reports),
    ...messageHandlers({ db, clock, recordAudit: record, nudge: notifications.nudge }),
  };
  const actorOf = async (request: HttpRequest): Promise<Actor> => {
    const token = readSessionCookie(request.headers.cookie, secure);
    return (token ? await accounts.actorOf(token) : null) ?? visitor;
  };
  return mount(adminTable, handlers, surfaceOf(context, actorOf));
}

function surfaceOf(context: Context, actorOf: Surface['actorOf']): Surface {
  return {
    limits: createRateLimits(context.config.rateLimits),
    actorOf,
    denied: deniedBy(context),
    strictAnswers: context.config.development,
  };
}

const deniedBy =
  ({ db, clock, record, log }: Context): Surface['denied'] =>
  async (actor, endpoint) => {
    log.warn({ endpoint }, 'denied');
    await transact(db, (tx) =>
      record(tx, [{ at: clock.now(), actor, action: 'access.denied', subject: 'endpoint', values: { endpoint } }]),
    );
  };
