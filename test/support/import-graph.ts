import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BuildOptions, Metafile } from 'esbuild';
import { build } from 'esbuild';

export const root = fileURLToPath(new URL('../../', import.meta.url));

/** What a file imports when it runs (types are erased): files of the project by path from its root, and packages by name. */
export interface FileImports {
  files: string[];
  packages: string[];
}

export type ImportGraph = ReadonlyMap<string, FileImports>;

/** Paths of the files below `folder` whose names end in one of `endings`, from the project's root, sorted. */
export function filesBelow(folder: string, ...endings: string[]): string[] {
  const found: string[] = [];
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) found.push(...filesBelow(path, ...endings));
    else if (endings.some((ending) => entry.name.endsWith(ending))) found.push(path);
  }
  return found.sort();
}

/** The run-time import graph of these files and all that they reach. */
export async function importGraph(entryPoints: string[]): Promise<ImportGraph> {
  const metafile = await metafileOf({
    entryPoints,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    outdir: 'nowhere',
    absWorkingDir: root,
    loader: { '.css': 'text', '.html': 'text', '.txt': 'text', '.md': 'text' },
  });
  const graph = new Map<string, FileImports>();
  for (const [path, { imports }] of Object.entries(metafile.inputs)) {
    graph.set(path, {
      files: imports.filter(({ external }) => !external).map((found) => found.path),
      packages: imports.filter(({ external }) => external).map((found) => packageOf(found.path)),
    });
  }
  return graph;
}

export async function metafileOf(options: BuildOptions): Promise<Metafile> {
  const { metafile } = await build({ ...options, metafile: true, write: false, logLevel: 'silent' });
  if (!metafile) throw new Error('esbuild gave no metafile');
  return metafile;
}

/** `@scope/name/deep/file` → `@scope/name`; `node:fs/promises` stays. */
function packageOf(specifier: string): string {
  if (specifier.startsWith('node:')) return specifier;
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

/** Everything that `file` runs, itself left out. */
export function reachableFrom(graph: ImportGraph, file: string): FileImports {
  const files = new Set<string>();
  const packages = new Set<string>();
  const walk = (at: string): void => {
    const imports = graph.get(at);
    for (const name of imports?.packages ?? []) packages.add(name);
    for (const next of imports?.files ?? []) {
      if (files.has(next)) continue;
      files.add(next);
      walk(next);
    }
  };
  walk(file);
  return { files: [...files], packages: [...packages] };
}

/** One import cycle for each place where there is any, as `a.ts → b.ts → a.ts`. */
export function cyclesOf(graph: ImportGraph): string[] {
  const cycles: string[] = [];
  const done = new Set<string>();
  const path: string[] = [];
  const walk = (file: string): void => {
    const at = path.indexOf(file);
    if (at >= 0) {
      cycles.push([...path.slice(at), file].join(' → '));
      return;
    }
    if (done.has(file)) return;
    path.push(file);
    for (const next of graph.get(file)?.files ?? []) walk(next);
    path.pop();
    done.add(file);
  };
  for (const file of graph.keys()) walk(file);
  return cycles;
}

/** A file's text without comments and without what stands in quotes, so that a search finds code alone. */
export function codeOf(path: string): string {
  return readFileSync(join(root, path), 'utf8').replace(
    /\/\*[\s\S]*?\*\/|(?<!:)\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"/g,
    (match) => (match.startsWith('/') ? '' : match[0]! + match[0]!),
  );
}
