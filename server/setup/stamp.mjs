import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a build is made from. Tests are not. */
export const sources = [
  'server',
  'widget',
  'admin',
  'migrations',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];

const stampFile = (root) => join(root, 'dist', 'built-from');

/** A hash over path, size and time of every source file: it changes when one is edited, added or removed. */
export function stampOf(root) {
  const hash = createHash('sha256');
  for (const source of sources) addTo(hash, root, source);
  return hash.digest('hex');
}

function addTo(hash, root, path) {
  const stat = statSync(join(root, path), { throwIfNoEntry: false });
  if (!stat) return;
  if (!stat.isDirectory()) {
    hash.update(`${path}\0${stat.size}\0${stat.mtimeMs}\n`);
    return;
  }
  for (const name of readdirSync(join(root, path)).sort()) addTo(hash, root, `${path}/${name}`);
}

/** Was the last build made from these very sources? */
export function isBuilt(root, stamp) {
  try {
    return readFileSync(stampFile(root), 'utf8') === stamp;
  } catch {
    return false;
  }
}

export function writeStamp(root, stamp) {
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(stampFile(root), stamp);
}
