import { expect } from 'chai';
import { readTerms } from '../../../server/customers/list/terms.js';
import { cpuTimeOf } from '../../support/cpu-time.js';

describe('a search text', () => {
  const waysOf = (text: string) => readTerms(text).map(({ ways }) => ways.map((way) => way.join(' ')));

  it('asks for nothing when it holds nothing', () => {
    for (const text of ['', '  ', ' , ; ']) expect(readTerms(text)).to.deep.equal([]);
  });

  it('is split into beginnings of words, folded (A056, A059)', () => {
    expect(waysOf('Müller, José')).to.deep.equal([['muller'], ['jose']]);
    expect(waysOf('silva-reis')).to.deep.equal([['silva-reis', 'silva reis']]);
    expect(waysOf('<ana.m@example.com>,')).to.deep.equal([['ana.m@example.com', 'ana m example com']]);
  });

  it('is a telephone number where it is written like one, in any format (A057, A058)', () => {
    for (const text of ['912 345 678', '912-345-678', '0912345678', '(912) 345.678', '+912 345 678', '00912345678'])
      expect(waysOf(text)[0], text).to.include('912345678');
    expect(waysOf('+49 (0)171 392')[0]).to.include('49171392');
    expect(waysOf('ana 912 345')).to.deep.equal([['ana'], ['912345']]);
  });

  it('is a customer number where it is a number alone (A057)', () => {
    expect(readTerms('105')[0]).to.deep.equal({ ways: [['105']], number: 105 });
    expect(readTerms('#105')).to.deep.equal([{ ways: [], number: 105 }]);
    expect(readTerms('0105')[0]?.number).to.equal(null);
    expect(readTerms('10 5')[0]?.number).to.equal(null);
  });

  it('loses what another word of it implies, and signs that begin nothing', () => {
    expect(waysOf('a an ana an')).to.deep.equal([['ana']]);
    expect(waysOf('Ana & Tom')).to.deep.equal([['ana'], ['tom']]);
    expect(waysOf('%_%')).to.deep.equal([['%_%']]);
  });

  it('is read in a moment however it is made (S110)', async () => {
    const time = await cpuTimeOf(() => {
      for (const text of [
        '('.repeat(30_000),
        '1 '.repeat(15_000),
        '-'.repeat(30_000),
        'ａ'.repeat(30_000),
        `${'<'.repeat(30_000)}x`,
      ])
        readTerms(text);
    });
    expect(time).to.be.below(500);
  });
});
