import { expect } from 'chai';
import { createPasswords, hashOfNobody } from '../../server/accounts/passwords.js';
import { codeOf } from '../support/refusal.js';

const costOf = (phc: string): string => phc.split('$').slice(1, 4).join('$');

describe('password hashes', () => {
  const passwords = createPasswords(2);

  it('are argon2id with the cost that OWASP names, salted', async () => {
    const [one, two] = await Promise.all([passwords.hash('mellow otter'), passwords.hash('mellow otter')]);
    expect(costOf(one)).to.equal('argon2id$v=19$m=19456,t=2,p=1');
    expect(one).to.not.equal(two);
    expect(costOf(hashOfNobody)).to.equal(costOf(one));
  });

  it('tell right from wrong to the last byte, however long, with NUL and spaces (S76)', async () => {
    const long = 'x'.repeat(72);
    const twins: [string, string][] = [
      [`${long}a`, `${long}b`],
      ['mellow\0otter', 'mellow\0otten'],
      [' mellow otter', 'mellow otter'],
    ];
    for (const [one, two] of twins) {
      const phc = await passwords.hash(one);
      expect(await passwords.verify(phc, one)).to.equal(true);
      expect(await passwords.verify(phc, two)).to.equal(false);
    }
    expect(await passwords.verify(await passwords.hash('caf\u00e9'), 'cafe\u0301')).to.equal(true);
  });

  it('are made a few at once, a few more wait, and the rest are asked to come again (S77)', async () => {
    const narrow = createPasswords(1, 3);
    const phc = await narrow.hash('mellow otter');
    const answers = await Promise.all(Array.from({ length: 200 }, () => codeOf(narrow.verify(phc, 'mellow otter'))));
    expect(answers.filter((code) => code === 'accepted')).to.have.length(4);
    expect(answers.filter((code) => code === 'too_many_requests')).to.have.length(196);
    expect(await narrow.verify(phc, 'mellow otter')).to.equal(true);
  });
});
