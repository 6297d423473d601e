import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect } from 'chai';
import type { BuildOptions } from 'esbuild';
import type { ImportGraph } from './support/import-graph.js';
import { codeOf, cyclesOf, filesBelow, importGraph, metafileOf, reachableFrom, root } from './support/import-graph.js';

/* The rules of DESIGN, section 2, that keep Bookpane a house. */

const ranks: readonly (readonly string[])[] = [
  ['lib'],
  ['db'],
  ['http'],
  ['settings', 'catalog', 'providers', 'accounts', 'customers', 'notices', 'outbox', 'audit', 'logins', 'first-run'],
  ['availability'],
  ['bookings', 'invoices', 'reports'],
  ['notifications'],
  ['api', 'openapi', 'context', 'app', 'jobs', 'main', 'config', 'commands', 'demo'],
];
const lowestFeature = 3;
const highestFeature = 6;

/** `server/catalog/queries.ts` → `catalog`; `server/main.ts` → `main`. */
const featureOf = (file: string): string => file.split('/')[1]!.replace(/\.ts$/, '');
const rankOf = (file: string): number => ranks.findIndex((names) => names.includes(featureOf(file)));
const isFeature = (file: string): boolean => rankOf(file) >= lowestFeature && rankOf(file) <= highestFeature;

const isService = (file: string): boolean => /(?:^|-)service\.ts$/.test(basename(file));
/** Files that belong to their feature alone: what they know is asked for through the context, or by a select of one's own. */
const isPrivate = (file: string): boolean => isService(file) || /queries|routes/.test(basename(file));

/** A file that runs on nothing but lib and files like itself, and so can't touch the database or the outside. */
const isPure = (graph: ImportGraph, file: string): boolean =>
  reachableFrom(graph, file).files.every(
    (used) => featureOf(used) === 'lib' || (isFeature(used) && !isPrivate(used)),
  ) && reachableFrom(graph, file).packages.every((name) => purePackages.includes(name));
const purePackages = ['temporal-polyfill', 'zod', 'libphonenumber-js', 'node:crypto'];

const isCore = (file: string): boolean =>
  /-rules\.ts$/.test(file) ||
  (file.startsWith('server/availability/') && !/queries|service|routes|schema/.test(basename(file)));

describe('the house', () => {
  const serverFiles = filesBelow('server', '.ts');
  let graph: ImportGraph;
  before(async () => {
    graph = await importGraph(serverFiles);
  });

  /** Every import at run time between two files of the server. */
  const imports = (): [from: string, to: string][] =>
    [...graph].flatMap(([from, { files }]) =>
      files
        .filter((to) => from.startsWith('server/') && to.startsWith('server/'))
        .map((to): [string, string] => [from, to]),
    );
  const asText = (edges: [string, string][]): string[] => edges.map(([from, to]) => `${from} imports ${to}`);

  it('gives every folder of the server a rank', () => {
    expect(serverFiles.filter((file) => rankOf(file) < 0)).to.deep.equal([]);
  });

  it('imports only downwards', () => {
    const upwards = imports().filter(([from, to]) => rankOf(to) > rankOf(from));
    expect(asText(upwards)).to.deep.equal([]);
  });

  it('lets features of one rank share pure files alone', () => {
    const sideways = imports().filter(
      ([from, to]) =>
        isFeature(from) && rankOf(to) === rankOf(from) && featureOf(to) !== featureOf(from) && !isPure(graph, to),
    );
    expect(asText(sideways)).to.deep.equal([]);
  });

  it("lets no feature import another one's service, queries or routes", () => {
    const foreign = imports().filter(
      ([from, to]) => isFeature(from) && isFeature(to) && featureOf(from) !== featureOf(to) && isPrivate(to),
    );
    expect(asText(foreign)).to.deep.equal([]);
  });

  it('lets no service import a service', () => {
    expect(asText(imports().filter(([from, to]) => isService(from) && isService(to)))).to.deep.equal([]);
  });

  it('has no import cycle at run time', async () => {
    const browserFiles = [...filesBelow('widget', '.ts'), ...filesBelow('admin', '.ts')].filter(
      (file) => !file.endsWith('.d.ts'),
    );
    expect(cyclesOf(graph)).to.deep.equal([]);
    expect(cyclesOf(await importGraph(browserFiles))).to.deep.equal([]);
  });

  it('keeps the core pure: no database, no web, no clock, no chance, no environment', () => {
    const core = serverFiles.filter(isCore);
    const impure = core.flatMap((file) => {
      const { files, packages } = reachableFrom(graph, file);
      return [
        ...files.filter((used) => featureOf(used) !== 'lib' && !isCore(used)).map((used) => `${file} reaches ${used}`),
        ...packages.filter((name) => name !== 'temporal-polyfill').map((name) => `${file} reaches ${name}`),
        ...(codeOf(file).match(/Date\.now|new Date\(\)|Math\.random|process\.\w+/g) ?? []).map(
          (found) => `${file} says ${found}`,
        ),
      ];
    });
    expect(impure).to.deep.equal([]);
  });

  it('reads the clock in lib/clock.ts alone', () => {
    const readers = serverFiles.filter(
      (file) => file !== 'server/lib/clock.ts' && /Date\.now\(|new Date\(\)/.test(codeOf(file)),
    );
    expect(readers).to.deep.equal([]);
  });

  it('throws dice only for the jitter of a retried transaction', () => {
    expect(
      serverFiles.filter((file) => file !== 'server/db/transact.ts' && /Math\.random/.test(codeOf(file))),
    ).to.deep.equal([]);
  });

  it('reads the environment in main.ts alone', () => {
    expect(serverFiles.filter((file) => file !== 'server/main.ts' && /process\.env/.test(codeOf(file)))).to.deep.equal(
      [],
    );
  });

  it('sends browsers types of the server only, and no zod', async () => {
    // A plain script, so that it can run before TypeScript is installed.
    const { bundlesIn } = (await import(new URL('../server/setup/bundles.mjs', import.meta.url).href)) as {
      bundlesIn(root: string): { name: string; options: BuildOptions }[];
    };
    const strangers: string[] = [];
    for (const { name, options } of bundlesIn(root)) {
      if (name === 'server') continue;
      const { inputs } = await metafileOf(options);
      strangers.push(
        ...Object.keys(inputs)
          .filter((path) => /^server\/|node_modules\/zod\//.test(path))
          .map((path) => `${name} holds ${path}`),
      );
    }
    expect(strangers).to.deep.equal([]);
  });

  it('lists every migration, in order', () => {
    const files = filesBelow('migrations', '.ts').filter((file) => basename(file) !== 'index.ts');
    const list = readFileSync(join(root, 'migrations/index.ts'), 'utf8');
    const listed = [...list.matchAll(/import \{ (\w+) \} from '\.\/([\w-]+)\.js'/g)];
    expect(listed.map(([, , name]) => `migrations/${name}.ts`)).to.deep.equal(files);
    const order = list
      .slice(list.indexOf('= ['))
      .match(/^ {2}\w+(?=,$)/gm)
      ?.map((name) => name.trim());
    expect(order).to.deep.equal(listed.map(([, variable]) => variable));
  });

  it('has no barrels and no files for odds and ends', () => {
    const code = ['server', 'widget', 'admin', 'migrations', 'test'].flatMap((folder) =>
      filesBelow(folder, '.ts', '.mjs'),
    );
    const odd = code.filter(
      (file) => /^(?:utils?|helpers?|misc|common|index)\.\w+$/.test(basename(file)) && file !== 'migrations/index.ts',
    );
    const barrels = code.filter((file) => /^export \* from/m.test(codeOf(file)));
    expect([...odd, ...barrels]).to.deep.equal([]);
  });

  it('has no file over 300 lines', () => {
    const files = ['server', 'widget', 'admin', 'migrations', 'test'].flatMap((folder) =>
      filesBelow(folder, '.ts', '.mjs', '.css', '.html', '.php'),
    );
    const long = files
      .map((file) => ({ file, lines: readFileSync(join(root, file), 'utf8').split('\n').length - 1 }))
      .filter(({ lines }) => lines > 300)
      .map(({ file, lines }) => `${file} has ${lines} lines`);
    expect(long).to.deep.equal([]);
  });
});
