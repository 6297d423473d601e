import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect } from 'chai';
import { root as checkout } from './support/import-graph.js';

/** The pieces of set-up are plain scripts, since they run before TypeScript is installed. */
const piece = async <Exports>(name: string): Promise<Exports> =>
  (await import(new URL(`../server/setup/${name}.mjs`, import.meta.url).href)) as Exports;

describe('set-up', () => {
  let root = '';
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'bookpane-setup-'));
  });
  afterEach(() => rmSync(root, { recursive: true }));

  describe('the version of Node', () => {
    let complaintAboutNode: (version: string) => string | null;
    before(async () => {
      ({ complaintAboutNode } = await piece<{ complaintAboutNode(version: string): string | null }>('node-version'));
    });

    for (const version of ['20.19.0', '20.20.2', '22.0.0', '100.1.0']) {
      it(`accepts ${version}`, () => expect(complaintAboutNode(version)).to.equal(null));
    }
    for (const version of ['20.18.3', '18.20.0', '4.9.1']) {
      it(`refuses ${version} in a sentence that says what to do`, () => {
        expect(complaintAboutNode(version)).to.match(
          new RegExp(`^Bookpane needs Node 20\\.19 or newer; this is Node ${version}\\. Get .+`),
        );
      });
    }
    it('is the one that package.json asks for', () => {
      expect(JSON.parse(readFileSync(join(checkout, 'package.json'), 'utf8')).engines.node).to.equal('>=20.19');
    });
  });

  describe('installing', () => {
    let reasonToInstall: (root: string) => string | null;
    const lock = (packages: Record<string, object>): string =>
      JSON.stringify({ packages: { '': { name: 'bookpane' }, ...packages } });
    before(async () => {
      ({ reasonToInstall } = await piece<{ reasonToInstall(root: string): string | null }>('install'));
    });
    beforeEach(() => {
      write(
        'package-lock.json',
        lock({
          'node_modules/knex': { version: '3.3.0' },
          'node_modules/a/node_modules/@b/c': { version: '1.0.0', optional: true },
        }),
      );
    });

    it('is needed when nothing is installed', () => expect(reasonToInstall(root)).to.equal('nothing is installed yet'));

    it('is not needed when everything is there but packages for other machines', () => {
      write('node_modules/.package-lock.json', lock({ 'node_modules/knex': { version: '3.3.0' } }));
      expect(reasonToInstall(root)).to.equal(null);
    });

    it('is needed after an update of one package', () => {
      write('node_modules/.package-lock.json', lock({ 'node_modules/knex': { version: '3.2.0' } }));
      expect(reasonToInstall(root)).to.equal('knex is 3.2.0 and should be 3.3.0');
    });

    it('is needed when a package is missing', () => {
      write('node_modules/.package-lock.json', lock({}));
      expect(reasonToInstall(root)).to.equal('knex is missing');
    });

    it('is not needed for a checkout that is only younger than what is installed', () => {
      write('node_modules/.package-lock.json', lock({ 'node_modules/knex': { version: '3.3.0' } }));
      utimesSync(join(root, 'package-lock.json'), 4e9, 4e9);
      expect(reasonToInstall(root)).to.equal(null);
    });
  });

  describe('the stamp of a build', () => {
    interface Stamp {
      stampOf(root: string): string;
      isBuilt(root: string, stamp: string): boolean;
      writeStamp(root: string, stamp: string): void;
    }
    let stamp: Stamp;
    const isUpToDate = (): boolean => stamp.isBuilt(root, stamp.stampOf(root));
    before(async () => {
      stamp = await piece<Stamp>('stamp');
    });
    beforeEach(() => {
      write('server/lib/clock.ts', 'one');
      write('widget/embed.ts', 'two');
      write('package-lock.json', '{}');
    });

    it('is missing before the first build', () => expect(isUpToDate()).to.equal(false));

    const changes: [string, () => void][] = [
      ['an edit of the same length', () => utimesSync(join(root, 'server/lib/clock.ts'), 1e9, 1e9)],
      ['an edit of the same age', () => keepAge('server/lib/clock.ts', () => write('server/lib/clock.ts', 'three'))],
      ['a new file', () => write('admin/main.ts', 'new')],
      ['a file that is gone', () => rmSync(join(root, 'widget/embed.ts'))],
      ['other packages', () => write('package-lock.json', '{"packages":{}}')],
    ];
    const keepAge = (path: string, change: () => void): void => {
      utimesSync(join(root, path), 1e9, 1e9);
      stamp.writeStamp(root, stamp.stampOf(root));
      change();
      utimesSync(join(root, path), 1e9, 1e9);
    };
    for (const [change, make] of changes) {
      it(`no longer fits after ${change}`, () => {
        stamp.writeStamp(root, stamp.stampOf(root));
        expect(isUpToDate()).to.equal(true);
        make();
        expect(isUpToDate()).to.equal(false);
      });
    }

    it('still fits after a change of a test', () => {
      stamp.writeStamp(root, stamp.stampOf(root));
      write('test/clock.test.ts', 'new');
      expect(isUpToDate()).to.equal(true);
    });
  });

  describe('the command line', () => {
    it('explains itself without installing or building anything', () => {
      const { stdout, status } = spawnSync(process.execPath, [join(checkout, 'server/bookpane.mjs'), 'help'], {
        cwd: root,
        encoding: 'utf8',
      });
      expect(status).to.equal(0);
      for (const command of ['start', 'setup', 'migrate', 'demo', 'doctor', 'build', 'dev'])
        expect(stdout).to.include(`bookpane ${command}`);
    });
  });
});
