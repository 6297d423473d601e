import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { compressFolder } from './compress.mjs';
import { isBuilt, stampOf, writeStamp } from './stamp.mjs';

/** Pages and pictures that are served as they are. */
const copied = ['widget/pages'];

/** Builds dist/ when the sources are no longer those of the last build. Answers whether it did. */
export async function ensureBuilt(root) {
  if (isBuilt(root, stampOf(root))) return false;
  console.log('Building …');
  await build(root);
  return true;
}

/**
 * Builds everything into dist/: `server/` runs, `browser/` is served, `meta/` tells what went into each bundle. Files are put in
 * place one by one, whole, so that a server that runs from dist/ never reads half of one.
 */
export async function build(root) {
  // Taken first: what is saved while the build runs makes the next start build again.
  const stamp = stampOf(root);
  // esbuild is installed by the time this runs, not when this file is read.
  const { build: bundle, formatMessages } = await import('esbuild');
  const { bundlesIn } = await import('./bundles.mjs');
  const written = new Set();
  try {
    await Promise.all(
      bundlesIn(root).map(async ({ name, options }) => {
        const { outputFiles, metafile } = await bundle(options);
        for (const { path, contents } of outputFiles) await put(root, path, contents, written);
        await put(root, join(root, 'dist', 'meta', `${name}.json`), JSON.stringify(metafile), written);
      }),
    );
  } catch (error) {
    if (!error.errors) throw error;
    const messages = await formatMessages(error.errors, { kind: 'error', color: process.stderr.isTTY });
    throw new Error(`The build failed.\n${messages.join('')}`);
  }
  for (const folder of copied) await copy(root, join(root, folder), written);
  await removeOthers(root, written);
  await compressFolder(join(root, 'dist', 'browser'));
  writeStamp(root, stamp);
}

async function put(root, path, contents, written) {
  await mkdir(dirname(path), { recursive: true });
  const half = `${path}.${process.pid}`;
  await writeFile(half, contents);
  await rename(half, path);
  written.add(relative(root, path).split(sep).join('/'));
}

async function copy(root, from, written) {
  if (!existsSync(from)) return;
  for (const entry of await readdir(from, { recursive: true, withFileTypes: true })) {
    const path = relative(from, join(entry.parentPath ?? entry.path, entry.name));
    if (!entry.isFile() || /\.(?:ts|md)$/.test(path)) continue;
    const to = join(root, 'dist', 'browser', path);
    await mkdir(dirname(to), { recursive: true });
    await cp(join(from, path), to);
    written.add(relative(root, to).split(sep).join('/'));
  }
}

/** Chunks carry hashes in their names, so what earlier builds left would pile up. */
async function removeOthers(root, written) {
  for (const folder of ['server', 'browser', 'meta']) {
    const path = join(root, 'dist', folder);
    if (!existsSync(path)) continue;
    for (const entry of await readdir(path, { recursive: true, withFileTypes: true })) {
      const file = join(entry.parentPath ?? entry.path, entry.name);
      if (entry.isFile() && !written.has(relative(root, file).split(sep).join('/'))) await rm(file, { force: true });
    }
  }
}
