import { expect } from 'chai';
import fc from 'fast-check';
import { createFieldCipher } from '../../../server/lib/field-cipher.js';
import { systemRandom } from '../../../server/lib/ids.js';

const key = 'a key for tests that is more than 32 characters';
const cipher = createFieldCipher(key, systemRandom);
const place = { table: 'customer_sensitive', row: 12, field: 'ssn' };

describe('the cipher of fields (S115)', () => {
  it('opens what it sealed, another ciphertext each time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const wellFormed = Buffer.from(text, 'utf8').toString('utf8');
        const sealed = cipher.seal(wellFormed, place);
        expect(sealed).to.match(/^v1:[A-Za-z0-9_-]+$/);
        expect(cipher.open(sealed, place)).to.equal(wellFormed);
        expect(cipher.seal(wellFormed, place)).to.not.equal(sealed);
      }),
    );
  });

  it('opens in no other row, field or table: values can’t be swapped', () => {
    const sealed = cipher.seal('123456789', place);
    for (const other of [{ row: 13 }, { field: 'cpf' }, { table: 'customers' }])
      expect(() => cipher.open(sealed, { ...place, ...other }), JSON.stringify(other)).to.throw();
  });

  it('opens with no other key, and with no bit changed', () => {
    const sealed = cipher.seal('123456789', place);
    expect(() => createFieldCipher(`${key}.`, systemRandom).open(sealed, place)).to.throw();
    const bytes = Buffer.from(sealed.slice(3), 'base64url');
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Buffer.from(bytes);
      changed[at]! ^= 1;
      expect(() => cipher.open(`v1:${changed.toString('base64url')}`, place), `byte ${at}`).to.throw();
    }
  });

  it('takes a shortened tag, an empty text and an unknown version for what they are', () => {
    const sealed = cipher.seal('123456789', place);
    for (const wrong of [sealed.slice(0, -8), 'v1:', '', 'v2:AAAA', sealed.replace('v1', 'v9')])
      expect(() => cipher.open(wrong, place), wrong).to.throw();
  });

  it('indexes a value alike each time, and otherwise for another value, field or key', () => {
    const index = cipher.blindIndex('ssn', '123456789');
    expect(index).to.equal(cipher.blindIndex('ssn', '123456789')).and.have.length(43);
    expect(index).to.not.equal(cipher.blindIndex('ssn', '123456788'));
    expect(index).to.not.equal(cipher.blindIndex('cpf', '123456789'));
    expect(index).to.not.equal(createFieldCipher(`${key}.`, systemRandom).blindIndex('ssn', '123456789'));
  });

  it('has a fingerprint that tells keys apart and is no part of them', () => {
    expect(cipher.fingerprint).to.match(/^[0-9a-f]{16}$/);
    expect(createFieldCipher(`${key}.`, systemRandom).fingerprint).to.not.equal(cipher.fingerprint);
  });
});
