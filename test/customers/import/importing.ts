import { expect } from 'chai';
import type { TestAnswer, TestApp } from '../../support/app.js';

const base = '/api/v1/admin/customers/imports';

export interface Importing {
  /** Sends a file as it is. */
  upload(file: string | Uint8Array, options?: { name?: string; media?: string; cookie?: string }): Promise<TestAnswer>;
  get(id: number, part?: string): Promise<TestAnswer>;
  change(id: number, settings: object): Promise<TestAnswer>;
  ask(id: number, what: 'check' | 'run' | 'undo'): Promise<TestAnswer>;
  /** Waits until nobody is at work on it, and answers what it is. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  settled(id: number): Promise<any>;
  /** Upload and dry run, with settings in between. */
  // biome-ignore lint/suspicious/noExplicitAny: as above
  checked(file: string | Uint8Array, settings?: object): Promise<any>;
  /** As `checked`, and imported. */
  // biome-ignore lint/suspicious/noExplicitAny: as above
  imported(file: string | Uint8Array, settings?: object): Promise<any>;
}

/** The imports of an app as its manager uses them. */
export function importing(app: TestApp, cookie: () => string): Importing {
  const call = (method: string, path: string, body?: object) =>
    app.call(method, base + path, { cookie: cookie(), ...(body ? { body } : {}) });
  const settled = async (id: number) => {
    const deadline = performance.now() + 60_000;
    while (performance.now() < deadline) {
      const { status, body, text } = await call('GET', `/${id}`);
      expect(status, text).to.equal(200);
      if (!['checking', 'running', 'undoing'].includes(body.status)) return body;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    throw new Error('the import does not come to an end');
  };
  const insist = (answer: TestAnswer, status: number): TestAnswer => {
    expect(answer.status, answer.text).to.equal(status);
    return answer;
  };
  const ask = (id: number, what: string) => call('POST', `/${id}/${what}`);
  const made: Importing = {
    async upload(file, { name, media = 'text/csv', cookie: other } = {}) {
      const response = await fetch(`${app.url}${base}${name ? `?name=${encodeURIComponent(name)}` : ''}`, {
        method: 'POST',
        headers: { 'content-type': media, cookie: other ?? cookie() },
        body: file as BodyInit,
      });
      const text = await response.text();
      return { status: response.status, headers: response.headers, text, body: text ? JSON.parse(text) : null };
    },
    get: (id, part = '') => call('GET', `/${id}${part}`),
    change: (id, settings) => call('PATCH', `/${id}`, settings),
    ask: (id, what) => ask(id, what),
    settled,
    async checked(file, settings) {
      const { body } = insist(await made.upload(file), 201);
      if (settings) insist(await made.change(body.id, settings), 200);
      insist(await ask(body.id, 'check'), 200);
      return settled(body.id);
    },
    async imported(file, settings) {
      const { id, status } = await made.checked(file, settings);
      expect(status).to.equal('checked');
      insist(await ask(id, 'run'), 200);
      return settled(id);
    },
  };
  return made;
}
