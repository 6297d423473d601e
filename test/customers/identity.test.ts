import { expect } from 'chai';
import { fold, identityKey, phoneE164 } from '../../server/customers/identity.js';

describe('recognising a person', () => {
  const ben = { firstName: 'Ben', lastName: 'Müller', email: 'ben@example.com' };

  it('A007 goes by e-mail and name, whatever their case, accents and spaces', () => {
    for (const same of [
      { firstName: ' BEN ', lastName: 'Muller', email: 'Ben@Example.com' },
      { firstName: 'ben', lastName: 'MÜLLER', email: ' ben@example.com ' },
    ]) {
      expect(identityKey(same)).to.equal(identityKey(ben));
    }
  });

  it('tells families apart: the same e-mail and another name is another person', () => {
    expect(identityKey({ ...ben, firstName: 'Clara' })).to.not.equal(identityKey(ben));
    expect(identityKey({ ...ben, email: 'b@example.com' })).to.not.equal(identityKey(ben));
  });

  it('tells people apart whose names differ by a vowel sign: not every mark is an accent', () => {
    const keys = ['राम', 'रमा', 'रीमा', 'が', 'か'].map((firstName) => identityKey({ ...ben, firstName }));
    expect(new Set(keys).size).to.equal(5);
    expect(fold('Ὀδυσσεύς')).to.equal(fold('Οδυσσευς'));
  });

  it('recognises nobody by a name alone', () => expect(identityKey({ ...ben, email: null })).to.equal(null));

  it('folds letters that are more than a letter with an accent', () =>
    expect(fold('  STRAẞE  Ångström ')).to.equal('strasse angstrom'));

  it('reads telephone numbers by their country, and none where there is none', () => {
    expect(phoneE164('912 345 678', 'PT')).to.equal('+351912345678');
    expect(phoneE164('+49 30 901820', 'PT')).to.equal('+4930901820');
    expect(phoneE164('12', 'PT')).to.equal(null);
    expect(phoneE164(null, 'PT')).to.equal(null);
  });
});
