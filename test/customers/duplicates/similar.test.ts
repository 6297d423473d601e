import { expect } from 'chai';
import type { Comparable } from '../../../server/customers/duplicates/similar.js';
import { isSimilarName, likenessOf } from '../../../server/customers/duplicates/similar.js';

const ana: Comparable = {
  firstName: 'Ana',
  lastName: 'Silva',
  emailFolded: 'ana@example.com',
  phoneE164: '+351912345678',
  birthDate: '1990-05-17',
};

describe('two customers', () => {
  const cases: [string, Partial<Comparable>, ReturnType<typeof likenessOf>][] = [
    ['share an e-mail, whatever their names', { firstName: 'Rui', birthDate: null, phoneE164: null }, 'email'],
    ['share a telephone number', { firstName: 'Rui', emailFolded: 'rui@example.com' }, 'phone'],
    ['share a name and a birth date', { emailFolded: null, phoneE164: null }, 'name'],
    ['share a birth date alone', { firstName: 'Tom', lastName: 'Berg', emailFolded: null, phoneE164: null }, null],
    ['share a name alone', { emailFolded: null, phoneE164: null, birthDate: '1991-05-17' }, null],
    ['share what neither has', { firstName: 'X', emailFolded: null, phoneE164: null, birthDate: null }, null],
  ];
  for (const [title, change, likeness] of cases) {
    it(`who ${title} ${likeness ? `are alike by ${likeness}` : 'are not alike'}`, () => {
      expect(likenessOf(ana, { ...ana, ...change })).to.equal(likeness);
    });
  }

  it('who both lack e-mail, telephone and birth date are not alike for it', () => {
    const bare = { ...ana, emailFolded: null, phoneE164: null, birthDate: null };
    expect(likenessOf(bare, bare)).to.equal(null);
  });
});

describe('two names are similar', () => {
  const name = (full: string) => {
    const [firstName = '', ...rest] = full.split(' ');
    return { firstName, lastName: rest.join(' ') };
  };
  for (const [left, right] of [
    ['Ana Silva', 'Silva Ana'],
    ['Ana Silva', 'Ana Maria Silva'],
    ['José Ångström', 'Jose Angstrom'],
    ['Katharina Meyer', 'Katarina Meier'],
    ['Jan van-Dijk', 'Jan van Dijk'],
  ] as const) {
    it(`${left} and ${right}`, () => expect(isSimilarName(name(left), name(right))).to.equal(true));
  }
  for (const [left, right] of [
    ['Ana Silva', 'Eva Costa'],
    ['Ana', 'Ana Silva'],
    ['Tom Berg', 'Tim Borgs'],
    ['', 'Ana'],
  ] as const) {
    it(`but not “${left}” and “${right}”`, () => expect(isSimilarName(name(left), name(right))).to.equal(false));
  }
});
