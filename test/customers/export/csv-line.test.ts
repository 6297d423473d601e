import { expect } from 'chai';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { csvLines, delimiters } from '../../../server/customers/export/csv-line.js';
import { guard, unguard } from '../../../server/customers/export/spreadsheet-safe.js';

const cell = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', 'ß', '"', ',', ';', '\t', '\n', '\r', "'", '=', '+', ' ', '|', '😀') }),
  fc.string({ unit: 'grapheme' }),
);
const rows = fc
  .integer({ min: 1, max: 5 })
  .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }));

describe('the lines of an export', () => {
  for (const [name, delimiter] of Object.entries(delimiters)) {
    it(`read back as what was written, with ${name} between values (S91, S94)`, () => {
      fc.assert(
        fc.property(rows, (written) => {
          const kinds = written[0]!.map(() => 'text' as const);
          const text = csvLines(written, kinds, delimiter);
          const read: string[][] = parse(text, { delimiter, record_delimiter: '\r\n', skip_empty_lines: false });
          // An empty line of one column is an empty line to every reader.
          const expected = written.filter((row) => row.length > 1 || row[0] !== '');
          const found = read.filter((row) => row.length > 1 || row[0] !== '');
          expect(found.map((row) => row.map(unguard))).to.deep.equal(expected);
        }),
        { numRuns: 500 },
      );
    });

    it(`are what csv-stringify writes of the same cells, with ${name} between values`, () => {
      fc.assert(
        fc.property(rows, (written) => {
          const kinds = written[0]!.map(() => 'text' as const);
          const theirs = stringify(
            written.map((row) => row.map(guard)),
            {
              delimiter,
              record_delimiter: '\r\n',
              // Ours quotes for every delimiter that a program may guess.
              quoted_match: /^(?:'[\s\S]*|[\s\S]*[",;\t|\r\n][\s\S]*)$/,
            },
          );
          expect(csvLines(written, kinds, delimiter)).to.equal(theirs);
        }),
        { numRuns: 500 },
      );
    });
  }

  it('leave nothing at the beginning of any piece that another delimiter would make a cell of (S91)', () => {
    const text = csvLines([['a;=1+1', 'b\t@x', 'c,+1', 'd"=2']], ['text', 'text', 'text', 'text'], ';');
    expect(text).to.equal('"a;=1+1";"b\t@x";"c,+1";"d""=2"\r\n');
  });

  it('write yes and no, instants in UTC, and nothing for what is not there', () => {
    const text = csvLines(
      [[7, 1, Date.parse('2026-11-20T10:00:00Z'), null, 0]],
      ['plain', 'yesNo', 'instant', 'text', 'yesNo'],
      ',',
    );
    expect(text).to.equal('7,yes,2026-11-20T10:00:00Z,,no\r\n');
  });
});
