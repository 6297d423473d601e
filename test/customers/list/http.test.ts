import { expect } from 'chai';
import type { TestApp } from '../../support/app.js';
import { startApp } from '../../support/app.js';
import { clockAt } from '../../support/clock.js';
import { eachDatabase } from '../../support/databases.js';
import { addPerson, now } from './people.js';

eachDatabase('the customer list over HTTP', (database) => {
  let app: TestApp;
  let cookie: string;
  const get = (query: string, path = '/customers') => app.call('GET', `/api/v1/admin${path}?${query}`, { cookie });

  before(async () => {
    app = await startApp({ db: database.db, folder: database.folder, clock: clockAt(now) });
    cookie = await app.signIn();
    for (let index = 0; index < 30; index += 1)
      await addPerson(database.db, { firstName: 'Ana', lastName: `No ${index}`, newsletter: index % 3 === 0 ? 1 : 0 });
  });
  after(() => app.stop());

  it('has as many rows as the settings say, or as are asked for (A051)', async () => {
    expect((await get('')).body.items).to.have.length(25);
    await app.call('PATCH', '/api/v1/admin/settings', { cookie, body: { pageSize: 10 } });
    expect((await get('')).body.items).to.have.length(10);
    expect((await get('pageSize=200')).body).to.include({ total: 30, more: false, pageSize: 200 });
  });

  it('counts what a filter lists (A046)', async () => {
    expect((await get('', '/customers/count')).body).to.deep.equal({ total: 30 });
    expect((await get('newsletter=yes&q=ana', '/customers/count')).body).to.deep.equal({ total: 10 });
  });

  for (const query of [
    'ssn=1',
    'filter[password_hash]=x',
    'identity_key=x',
    'sort=identity_key',
    'sort=ssn',
    'search_text=a',
  ])
    it(`refuses ${query}: nothing is filtered or sorted by what is not offered (S16)`, async () => {
      expect((await get(query)).status).to.equal(422);
      expect((await get(query, '/customers/count')).status).to.equal(422);
    });

  const sorts = ['id desc,(select sleep(3))', '1', 'password', '`x`', 'name;--', '--name', 'NAME', ''];
  for (const sort of sorts)
    it(`refuses to sort by "${sort}" at once (S31)`, async () => {
      const began = performance.now();
      expect((await get(`sort=${encodeURIComponent(sort)}`)).status).to.equal(422);
      expect(performance.now() - began).to.be.below(2500);
    });

  it('refuses lists and objects in place of a word (S31, S32)', async () => {
    for (const query of [
      'sort=name&sort=number',
      'sort[]=name',
      'sort[by]=name',
      'dir=asc;--',
      'fields=email',
      'include=notes',
      'group=email',
    ])
      expect((await get(query)).status, query).to.equal(422);
  });

  it('takes the signs of a search as they are, and a long one is refused (S33)', async () => {
    for (const text of ["%' or 1=1 --", '%', '_', '\\', "'", '"', '%_'.repeat(50), '\u0000']) {
      const { status, body } = await get(`q=${encodeURIComponent(text)}`);
      if (status === 200) expect(body, text).to.include({ total: 0, more: false });
      else expect(status, text).to.equal(422);
    }
    expect((await get(`q=${'%_'.repeat(5000)}`)).status).to.equal(422);
  });
});
