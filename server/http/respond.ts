import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Request, Response } from 'express';
import type { Prepared } from '../lib/endpoint.js';

const json = 'application/json; charset=utf-8';
/** Below this, in bytes, a network packet is a network packet. */
const worthPacking = 1400;
const packed = new WeakMap<Buffer, Promise<Buffer>>();

/** Sends JSON as one ready buffer; `response.json` would cost a third of the throughput (DESIGN, section 9). */
export function sendJson(response: Response, status: number, body: unknown): void {
  sendBuffer(response, status, Buffer.from(JSON.stringify(body)));
}

/** Sends a body that was made once; where it is worth it, packed once too, for browsers that take it so. */
export async function sendPrepared(
  request: Request,
  response: Response,
  status: number,
  { json: body }: Prepared,
): Promise<void> {
  if (body.length < worthPacking || request.acceptsEncodings('gzip') !== 'gzip')
    return sendBuffer(response, status, body);
  let packing = packed.get(body);
  if (!packing) {
    packing = promisify(gzip)(body, { level: 6 });
    packed.set(body, packing);
  }
  response.setHeader('content-encoding', 'gzip');
  response.vary('accept-encoding');
  sendBuffer(response, status, await packing);
}

function sendBuffer(response: Response, status: number, body: Buffer): void {
  response.writeHead(status, { 'content-type': json, 'content-length': body.length });
  response.end(body);
}
