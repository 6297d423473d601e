import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { ConfigError, readConfig } from '../server/config.js';
import { root } from './support/import-graph.js';

const problemsOf = (environment: Record<string, string>): string[] => {
  try {
    readConfig(environment);
    return [];
  } catch (error) {
    expect(error).to.be.instanceOf(ConfigError);
    return (error as ConfigError).problems;
  }
};

describe('the configuration', () => {
  it('needs nothing from the environment', () => {
    const config = readConfig({ PATH: '/usr/bin', HOME: '/home/ada' });
    expect(config).to.include({
      port: 3000,
      host: '127.0.0.1',
      databaseUrl: null,
      smtpUrl: null,
      demo: 'auto',
      development: false,
    });
    expect(config.publicUrl).to.equal('http://localhost:3000');
    expect(Object.isFrozen(config)).to.equal(true);
  });

  it('names every variable at fault at once', () => {
    const problems = problemsOf({
      PORT: '70000',
      BOOKPANE_PUBLIC_URL: 'book.example.com',
      DATABASE_URL: 'postgres://localhost/bookpane',
      BOOKPANE_SECRET: 'short',
      BOOKPANE_DEMO: 'perhaps',
    });
    expect(problems.map((problem) => problem.split(' ')[0])).to.have.members([
      'PORT',
      'BOOKPANE_PUBLIC_URL',
      'DATABASE_URL',
      'BOOKPANE_SECRET',
      'BOOKPANE_DEMO',
    ]);
  });

  it('does not repeat a secret when it complains about it', () => {
    expect(problemsOf({ BOOKPANE_SECRET: 'hunter2', DATABASE_URL: 'mysql-hunter2' }).join()).not.to.include('hunter2');
  });

  it('refuses a BOOKPANE_ name that it does not know, since it is most often a slip', () => {
    expect(problemsOf({ BOOKPANE_PUBLIC_ULR: 'https://book.example.com' })).to.deep.equal([
      'BOOKPANE_PUBLIC_ULR is not known; see example.env',
    ]);
  });

  it('takes an empty variable for one that is not set', () => {
    expect(readConfig({ DATABASE_URL: '', PORT: '' })).to.include({ databaseUrl: null, port: 3000 });
  });

  it('leaves the slash at the end of the public address out', () => {
    expect(readConfig({ BOOKPANE_PUBLIC_URL: 'https://book.example.com/' }).publicUrl).to.equal(
      'https://book.example.com',
    );
  });
});

describe('secrets from files', () => {
  let folder = '';
  const file = (name: string): string => join(folder, name);
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'bookpane-config-'));
    writeFileSync(file('secret'), `${'s'.repeat(40)}\n`);
    writeFileSync(file('database'), 'mysql://root@127.0.0.1/bookpane\n');
    writeFileSync(file('smtp'), 'smtp://127.0.0.1:2525');
    writeFileSync(file('password'), 'four random words do well');
  });
  after(() => rmSync(folder, { recursive: true }));

  it('are read for each secret, without the line end', () => {
    const config = readConfig({
      BOOKPANE_SECRET_FILE: file('secret'),
      DATABASE_URL_FILE: file('database'),
      SMTP_URL_FILE: file('smtp'),
      BOOKPANE_ADMIN_PASSWORD_FILE: file('password'),
    });
    expect(config).to.include({
      secret: 's'.repeat(40),
      databaseUrl: 'mysql://root@127.0.0.1/bookpane',
      smtpUrl: 'smtp://127.0.0.1:2525',
      adminPassword: 'four random words do well',
    });
  });

  it('are refused beside the variable itself', () => {
    expect(problemsOf({ BOOKPANE_SECRET: 'x'.repeat(32), BOOKPANE_SECRET_FILE: file('secret') })).to.deep.equal([
      'BOOKPANE_SECRET and BOOKPANE_SECRET_FILE are both set; keep one',
    ]);
  });

  it('are asked for by name when the file is not there', () => {
    expect(problemsOf({ SMTP_URL_FILE: file('nowhere') })).to.deep.equal([
      `SMTP_URL_FILE points to a file that can't be read: ${file('nowhere')}`,
    ]);
  });
});

describe('example.env', () => {
  const lines = readFileSync(join(root, 'example.env'), 'utf8').split('\n');
  const shown = lines
    .filter((text) => /^[A-Z_]+=/.test(text))
    .map((text): [string, string] => [text.split('=')[0]!, text.slice(text.indexOf('=') + 1)]);

  it('shows every variable that there is, and no other', () => {
    const code = readFileSync(join(root, 'server/config.ts'), 'utf8');
    const known = [...code.matchAll(/^ {2}([A-Z][A-Z_]+):/gm)].map(([, name]) => name);
    expect(known).to.include('BOOKPANE_SECRET');
    expect(shown.map(([name]) => name)).to.have.members(known);
  });

  it('says a sentence about each', () => {
    const bare = shown
      .map(([name]) => name)
      .filter((name) => !/^# .{20,}\.$/.test(lines[lines.findIndex((text) => text.startsWith(`${name}=`)) - 1] ?? ''));
    expect(bare).to.deep.equal([]);
  });

  it('shows values that are accepted', () => {
    expect(problemsOf(Object.fromEntries(shown))).to.deep.equal([]);
  });
});
