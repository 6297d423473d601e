import { promisify } from 'node:util';
import { deflate, inflate } from 'node:zlib';

const packed = promisify(deflate);
const unpacked = promisify(inflate);

/*
 * What an import keeps lies in the database in packets of some hundred rows, each one JSON text, compressed: a million rows are two
 * thousand packets. The work is done in threads of zlib's own.
 */

export const pack = (value: unknown): Promise<Buffer> => packed(JSON.stringify(value), { level: 1 });

/** `blob` as a driver gives it: a Buffer, or bytes. */
export const unpack = async <T>(blob: Uint8Array): Promise<T> =>
  JSON.parse((await unpacked(asBytes(blob))).toString()) as T;

export const packBytes = (bytes: Uint8Array): Promise<Buffer> => packed(bytes, { level: 1 });
export const unpackBytes = (blob: Uint8Array): Promise<Buffer> => unpacked(asBytes(blob));

const asBytes = (blob: Uint8Array | ArrayBuffer): Uint8Array =>
  blob instanceof Uint8Array ? blob : new Uint8Array(blob);
