import { expect } from 'chai';
import fc from 'fast-check';
import { guard, unguard } from '../../../server/customers/export/spreadsheet-safe.js';

/** Texts that begin as attacks and everyday values do. */
const nasty = fc
  .tuple(
    fc.constantFrom('', ' ', "'", "''", '\t', '\r', '\n', '\0', '\ufeff', '\u200b'),
    fc.constantFrom('=', '+', '-', '@', '＝', '＋', '－', '＠', '﹣', '"', ',', ';', 'a', ''),
    fc.string({ unit: 'binary' }),
  )
  .map((parts) => parts.join(''));

describe('cells that no spreadsheet takes for a formula', () => {
  it('come back as they were, whatever they are (S91)', () => {
    fc.assert(
      fc.property(fc.oneof(nasty, fc.string({ unit: 'binary' })), (text) => {
        expect(unguard(guard(text))).to.equal(text);
      }),
      { numRuns: 2000 },
    );
  });

  it('never begin with a sign that means something, not even behind white space (S91)', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        expect(guard(text)).to.not.match(/^[\s\0\u200b]*[=+\-@＝＋－＠﹦﹢﹣﹫]/u);
        expect(guard(text)).to.not.match(/^[\t\r\n\0]/);
      }),
      { numRuns: 2000 },
    );
  });

  for (const [text, shown] of [
    ['=1+1', "'=1+1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['+351 912 345 678', "'+351 912 345 678"],
    ['-5', "'-5"],
    ['\t=1', "'\t=1"],
    ['＝cmd', "'＝cmd"],
    ["'n Sync", "''n Sync"],
    ["'=1", "''=1"],
    ['O’Neil', 'O’Neil'],
    ["O'Neil", "O'Neil"],
    ['a=b', 'a=b'],
    ['', ''],
  ] as const) {
    it(`shows ${JSON.stringify(text)} as ${JSON.stringify(shown)} (S91)`, () => {
      expect(guard(text)).to.equal(shown);
      expect(unguard(shown)).to.equal(text);
    });
  }
});
