import { expect } from 'chai';
import { recordAudit } from '../../server/audit/record.js';
import { transact } from '../../server/db/transact.js';
import { site } from '../../server/settings/schema.js';
import { createSettings } from '../../server/settings/service.js';
import { clockAt } from '../support/clock.js';
import { eachDatabase } from '../support/databases.js';
import { codeOf } from '../support/refusal.js';

eachDatabase('settings', (database) => {
  const clock = clockAt('2026-05-04T08:00:00Z');
  const open = () => createSettings({ db: database.db, clock, record: recordAudit });

  it('describe a business that has decided nothing yet', async () => {
    const found = await open().site();
    expect(site.strict().parse(found)).to.deep.equal(found);
    expect(found).to.include({ name: 'Bookpane', language: 'en', currency: 'EUR', weekStart: 1, demo: false });
  });

  it('are seen at once where they were written, and by another server within seconds', async () => {
    const here = open();
    const there = open();
    expect((await there.site()).name).to.equal('Bookpane');
    await transact(database.db, (tx) => here.write(tx, 'name', 'Salon Aurora'));
    expect((await here.site()).name).to.equal('Salon Aurora');
    expect((await there.site()).name).to.equal('Bookpane');
    clock.advance(3000);
    expect((await there.site()).name).to.equal('Salon Aurora');
  });

  it('give changed terms another version', async () => {
    const settings = open();
    const before = (await settings.site()).termsVersion;
    await transact(database.db, (tx) => settings.write(tx, 'termsText', 'Be kind.'));
    const after = (await settings.site()).termsVersion;
    expect(after).to.match(/^[0-9a-f]{12}$/);
    expect(after).to.not.equal(before);
  });

  it('refuse a value that cannot be', async () => {
    const settings = open();
    const refused = codeOf(transact(database.db, (tx) => settings.write(tx, 'currency', 'EURO')));
    expect(await refused).to.equal('invalid_request currency');
  });
});
