import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const worthIt = /\.(?:js|css|html|svg)$/;

/**
 * Puts a `.br` and a `.gz` beside each text file of a folder, as small as they get: it is done once a build, and every visitor
 * waits for it. Answers the paths written.
 */
export async function compressFolder(folder) {
  const files = (await readdir(folder, { recursive: true })).filter((file) => worthIt.test(file));
  const written = await Promise.all(
    files.map(async (file) => {
      const path = join(folder, file);
      const text = await readFile(path);
      const [br, gz] = await Promise.all([
        promisify(brotliCompress)(text, {
          params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: text.length },
        }),
        promisify(gzip)(text, { level: 9 }),
      ]);
      await writeFile(`${path}.br`, br);
      await writeFile(`${path}.gz`, gz);
      return [`${path}.br`, `${path}.gz`];
    }),
  );
  return written.flat();
}
