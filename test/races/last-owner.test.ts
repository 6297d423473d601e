import { expect } from 'chai';
import type { TestApp } from '../support/app.js';
import { startApp } from '../support/app.js';
import { clockAt } from '../support/clock.js';
import { eachDatabase } from '../support/databases.js';
import type { SignedInMember } from '../support/team.js';
import { aMember } from '../support/team.js';

const rounds = 6;

eachDatabase('S29 two owners who put each other out at the same time', (database) => {
  const clock = clockAt('2026-11-24T08:00:00Z');
  const apps: TestApp[] = [];
  before(async () => {
    for (const db of [database.db, database.dialect === 'mysql' ? database.connect() : database.db])
      apps.push(await startApp({ db, folder: database.folder, clock }));
  });
  after(async () => {
    for (const app of apps) await app.stop();
  });

  const owners = (name: string): Promise<SignedInMember[]> =>
    Promise.all(['A', 'B'].map((letter) => aMember(database.db, clock, { name: `${name} ${letter}`, role: 'owner' })));

  for (const [word, change] of [
    ['demote', { role: 'manager' }],
    ['disable', { status: 'disabled' }],
  ] as const) {
    it(`${word}: one of them wins, and one owner is left`, async () => {
      for (let round = 0; round < rounds; round += 1) {
        await database.db('sessions').delete();
        await database.db('accounts').update({ role: 'manager' });
        const [one, other] = (await owners(`${word} ${round}`)) as [SignedInMember, SignedInMember];
        const answers = await Promise.all(
          [
            [one, other],
            [other, one],
          ].map(([by, whom], index) =>
            apps[index]!.call('PATCH', `/api/v1/admin/accounts/${whom!.id}`, { body: change, cookie: by!.cookie }),
          ),
        );
        const statuses = answers.map(({ status }) => status).sort();
        expect(statuses[0], String(statuses)).to.equal(200);
        // Who comes second is no owner any more, or signed out already.
        expect([401, 403, 409], String(statuses)).to.include(statuses[1]);
        const left = await database.db('accounts').where({ role: 'owner', status: 'active' });
        expect(left).to.have.length(1);
      }
    });
  }
});
