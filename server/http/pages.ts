import { existsSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RequestHandler } from 'express';
import { Router } from 'express';
import type { Config } from '../config.js';
import { pageHeaders } from './headers.js';

/** Which address shows which page of dist/browser. */
const pages: Record<string, string> = {
  '/': 'book.html',
  '/demo': 'demo.html',
  '/manage/:reference': 'manage.html',
  '/unsubscribe': 'unsubscribe.html',
  '/admin': 'admin.html',
  '/admin/{*page}': 'admin.html',
};
const developmentPages: Record<string, string> = { '/kit': 'kit.html' };

/** Our own pages, the embed, and the files they need. Nothing of dist/browser is served that is not one of these. */
export function servePages(config: Pick<Config, 'publicUrl' | 'development'>): Router {
  const folder = browserFolder();
  const router = Router({ caseSensitive: true });
  const headers = pageHeaders(config);
  for (const [path, file] of Object.entries({ ...pages, ...(config.development ? developmentPages : {}) })) {
    router.get(path, headers, sendFile(folder, file, 'no-cache'));
  }
  // Other sites' pages load it, and keep it for five minutes at most after an update.
  router.get('/embed/v1.js', headers, crossOrigin, sendFile(folder, 'embed.js', 'public, max-age=300'));
  // What it fetches where it is needed: the words of a language, and the second half of the details.
  router.get('/embed/:part.js', headers, crossOrigin, (request, response, next) => {
    const part = String(request.params['part']);
    if (!/^(?:[a-z]{2,3}|more)$/.test(part)) return next();
    sendFile(folder, `embed-${part}.js`, 'public, max-age=300')(request, response, next);
  });
  router.get('/:file.js', headers, (request, response, next) => {
    const file = `${String(request.params['file'])}.js`;
    const known = /^(?:page|admin(?:-[A-Za-z0-9_-]+)?)\.js$/.test(file) || (config.development && file === 'kit.js');
    if (!known) return next();
    sendFile(folder, file, /-[A-Z0-9]{8}\.js$/.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache')(
      request,
      response,
      next,
    );
  });
  router.get('/assets/:file', headers, (request, response, next) => {
    const file = String(request.params['file']);
    if (!/^[a-z0-9-]+\.(?:js|css|svg|png)$/.test(file)) return next();
    sendFile(folder, `assets/${file}`, 'public, max-age=3600')(request, response, next);
  });
  return router;
}

const crossOrigin: RequestHandler = (_request, response, next) => {
  response.setHeader('access-control-allow-origin', '*');
  response.setHeader('cross-origin-resource-policy', 'cross-origin');
  next();
};

/** Sends a file in the smallest form that the build made of it and the browser takes. */
function sendFile(folder: string, file: string, caching: string): RequestHandler {
  return (request, response, next) => {
    if (!existsSync(join(folder, file))) return next();
    // Asked one by one: browsers name all they take as equals, and the smallest is the one we want.
    const encoding = request.acceptsEncodings('br') || request.acceptsEncodings('gzip');
    const form = encoding === 'br' ? '.br' : encoding === 'gzip' ? '.gz' : '';
    const compressed = form !== '' && existsSync(join(folder, file + form));
    response.setHeader('cache-control', caching);
    response.vary('accept-encoding');
    response.type(extname(file));
    if (compressed) response.setHeader('content-encoding', encoding as string);
    const sent = compressed ? file + form : file;
    response.sendFile(sent, { root: folder, cacheControl: false, dotfiles: 'deny' }, (error) => {
      if (error && !response.headersSent) next();
    });
  };
}

/** dist/browser of this installation, wherever the server's own code lies in it. */
function browserFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json')) && folder !== dirname(folder)) folder = dirname(folder);
  return join(folder, 'dist', 'browser');
}
