import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { checkSensitiveKey, SensitiveKeyMismatchError } from '../../../server/commands/sensitive-key.js';
import { ConfigError, readConfig } from '../../../server/config.js';
import { eachDatabase } from '../../support/databases.js';
import { refusalOf } from './refusal-of.js';

const own = 'the key of the sensitive fields, long enough';
const secret = 'the secret of the manage links, long enough';

eachDatabase('the key of sensitive fields (S115)', (database) => {
  const start = (key: string | null, its = secret) =>
    checkSensitiveKey(readConfig(key === null ? {} : { BOOKPANE_SENSITIVE_KEY: key }), database.db, its);

  it('holds from the first start on: with another one, the server does not start', async () => {
    await start(own);
    await start(own);
    for (const [key, its] of [
      [`${own}.`, secret],
      [null, secret],
    ] as const) {
      const error = await refusalOf(start(key, its));
      expect(error).to.be.instanceOf(SensitiveKeyMismatchError);
      expect(error.message).to.include('BOOKPANE_SENSITIVE_KEY').and.not.include(own).and.not.include(secret);
    }
  });

  it('is the secret where none is named', async () => {
    await database.db('settings').where({ name: 'sensitive-key-fingerprint' }).delete();
    await start(null);
    await start(null);
    expect(await refusalOf(start(null, `${secret}.`))).to.be.instanceOf(SensitiveKeyMismatchError);
    expect(await refusalOf(start(own))).to.be.instanceOf(SensitiveKeyMismatchError);
  });

  it('stands in the database as a fingerprint alone (S114)', async () => {
    const rows = await database.db('settings').select('value');
    expect(JSON.stringify(rows)).to.not.include(own).and.not.include(secret);
  });
});

describe('BOOKPANE_SENSITIVE_KEY', () => {
  it('wants at least 32 characters, and may come from a file', () => {
    expect(() => readConfig({ BOOKPANE_SENSITIVE_KEY: 'hunter2' })).to.throw(ConfigError, /at least 32 characters/);
    expect(() => readConfig({ BOOKPANE_SENSITIVE_KEY: 'hunter2' })).to.not.throw(/hunter2/);
    const folder = mkdtempSync(join(tmpdir(), 'bookpane-key-'));
    writeFileSync(join(folder, 'key'), `${own}\n`);
    expect(readConfig({ BOOKPANE_SENSITIVE_KEY_FILE: join(folder, 'key') }).sensitiveKey).to.equal(own);
    rmSync(folder, { recursive: true });
    expect(readConfig({}).sensitiveKey).to.equal(null);
  });
});
