import { expect } from 'chai';
import type { Random } from '../../server/lib/ids.js';
import { deriveToken, makeReference, makeToken, sameHash, sha256, systemRandom } from '../../server/lib/ids.js';

describe('a booking reference', () => {
  it('is eight symbols in two groups, none of which is mistaken for another', () => {
    for (let count = 0; count < 500; count += 1) {
      expect(makeReference(systemRandom)).to.match(/^[34679ACDEFGHJKMNPQRTWXY]{4}-[34679ACDEFGHJKMNPQRTWXY]{4}$/);
    }
  });

  it('hardly ever comes twice', () => {
    const references = Array.from({ length: 5000 }, () => makeReference(systemRandom));
    expect(new Set(references).size).to.equal(5000);
  });

  it('gives each symbol the same chance: bytes that would favour the first ones are thrown away', () => {
    const asked: Buffer[] = [Buffer.alloc(16, 255), Buffer.alloc(16, 253), Buffer.alloc(16, 252)];
    const random: Random = { bytes: () => asked.shift() ?? Buffer.alloc(16, 0) };
    expect(makeReference(random)).to.equal('YYYY-YYYY');
    expect(asked).to.deep.equal([]);
  });
});

describe('a token', () => {
  it('holds 256 bits in 43 characters that a link can carry', () => {
    expect(makeToken(systemRandom)).to.match(/^[A-Za-z0-9_-]{43}$/);
    expect(makeToken({ bytes: (count) => Buffer.alloc(count, 7) })).to.equal(Buffer.alloc(32, 7).toString('base64url'));
  });

  it('can be made again from the secret, and only for the same purpose and subject', () => {
    const token = deriveToken('secret', 'manage', 'K7QD-3MXA');
    expect(token).to.match(/^[A-Za-z0-9_-]{43}$/);
    expect(deriveToken('secret', 'manage', 'K7QD-3MXA')).to.equal(token);
    const others = [
      deriveToken('other', 'manage', 'K7QD-3MXA'),
      deriveToken('secret', 'login', 'K7QD-3MXA'),
      deriveToken('secret', 'manage', 'K7QD-3MXC'),
    ];
    expect(others).not.to.include(token);
  });

  it('is compared by its whole hash', () => {
    expect(sameHash(sha256('a'), sha256('a'))).to.equal(true);
    expect(sameHash(sha256('a'), sha256('b'))).to.equal(false);
    expect(sameHash(sha256('a'), '')).to.equal(false);
  });
});
