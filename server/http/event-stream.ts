import type { Request, Response } from 'express';
import type { EventStream } from '../lib/endpoint.js';

/** Milliseconds between two signs of life; proxies cut connections that say nothing for a minute. */
const heartbeat = 15_000;

/**
 * Sends server-sent events until the reader goes away, the stream is over, or `mayStay` says no: a session that ended, or a right
 * that was taken, ends it within a heartbeat (ATTACKS S15, S80).
 */
export function sendEvents(
  request: Request,
  response: Response,
  stream: EventStream,
  mayStay: () => Promise<boolean>,
): void {
  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    // Proxies would hold back what is smaller than their buffer.
    'x-accel-buffering': 'no',
  });
  const end = (): void => void response.end();
  const close = stream.open({
    send(name, data) {
      // Who reads slower than we write is behind by more than they want to know: they come back and look anew.
      if (response.writableLength > 64 * 1024) return void response.destroy();
      response.write(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`);
    },
    end,
  });
  const beat = setInterval(() => {
    response.write(': still here\n\n');
    mayStay().then(
      (may) => may || end(),
      () => {},
    );
  }, heartbeat);
  const leave = (): void => {
    clearInterval(beat);
    close();
  };
  response.once('close', leave);
  // It may have gone away while we looked who it is.
  if (request.destroyed || response.destroyed) leave();
}
