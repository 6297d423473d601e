import { get } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { expect } from 'chai';
import type { DemoServer } from '../support/server.js';
import { startServer } from '../support/server.js';

describe('pages, the embed and what they load', () => {
  let server: DemoServer;
  before(async function () {
    this.timeout(60_000);
    server = await startServer({ environment: { NODE_ENV: 'production' } });
  });
  after(() => server.stop());

  /** The bytes as they are on the wire; `fetch` would unpack them. */
  const raw = (
    path: string,
    encoding: string,
  ): Promise<{ status: number; headers: Record<string, unknown>; bytes: Buffer }> =>
    new Promise((resolve, reject) => {
      get(server.url + path, { headers: { 'accept-encoding': encoding } }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, bytes: Buffer.concat(chunks) }),
        );
      }).on('error', reject);
    });

  it('S51 S86 run scripts and styles of this site alone, and in no frame', async () => {
    for (const path of ['/', '/demo', '/manage/3333-3333', '/admin', '/admin/customers']) {
      const { status, headers, bytes } = await raw(path, 'identity');
      expect(status, path).to.equal(200);
      const policy = String(headers['content-security-policy']);
      for (const rule of [
        "default-src 'none'",
        "script-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
      ])
        expect(policy, path).to.include(rule);
      expect(bytes.toString(), `${path}: no inline script or style`).not.to.match(
        /<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=/,
      );
    }
  });

  it('come packed as small as the build could make them, for browsers that take it so', async () => {
    for (const path of ['/embed/v1.js', '/admin.js', '/assets/page.css', '/']) {
      const plain = await raw(path, 'identity');
      const gzip = await raw(path, 'gzip');
      const brotli = await raw(path, 'gzip, br');
      expect(
        [plain.headers['content-encoding'], gzip.headers['content-encoding'], brotli.headers['content-encoding']],
        path,
      ).to.deep.equal([undefined, 'gzip', 'br']);
      expect(gunzipSync(gzip.bytes).equals(plain.bytes), path).to.equal(true);
      expect(brotli.headers['content-type']).to.equal(plain.headers['content-type']);
      expect(brotli.headers['vary']).to.match(/accept-encoding/i);
    }
  });

  it('a month of availability comes packed too', async () => {
    const path = '/api/v1/availability?service=1&from=2026-11-24&to=2026-12-24';
    const plain = await raw(path, 'identity');
    const gzip = await raw(path, 'gzip');
    expect(plain.status, plain.bytes.toString()).to.equal(200);
    expect(gunzipSync(gzip.bytes).equals(plain.bytes)).to.equal(true);
    expect(gzip.bytes.length).to.be.below(plain.bytes.length / 4);
  });

  it('S84 lets other sites load the embed, and nothing else', async () => {
    const embed = await raw('/embed/v1.js', 'identity');
    expect(embed.headers).to.include({
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
    });
    for (const part of ['de', 'more'])
      expect((await raw(`/embed/${part}.js?0`, 'identity')).headers, part).to.include({
        'access-control-allow-origin': '*',
        'content-type': embed.headers['content-type'],
      });
    for (const path of ['/admin.js', '/'])
      expect((await raw(path, 'identity')).headers['access-control-allow-origin'], path).to.equal(undefined);
  });

  it('S113 gives no source maps, no development pages and no files beside its own', async () => {
    for (const path of [
      '/embed.js.map',
      '/admin.js.map',
      '/kit',
      '/kit.js',
      '/embed.js.br',
      '/meta/embed.json',
      '/assets/../embed.js',
      '/assets/page.css.gz',
      '/embed/../admin.html',
    ]) {
      const { status, bytes } = await raw(path, 'identity');
      expect(status, `${path}: ${bytes.toString().slice(0, 40)}`).to.equal(404);
    }
  });
});
