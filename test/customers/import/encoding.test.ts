import { expect } from 'chai';
import { csvReader } from '../../../server/customers/import/csv-reading.js';
import { decoderOf, encodingByHead, utf8Watch } from '../../../server/customers/import/encoding.js';

const wide = (text: string, order: 'le' | 'be'): Buffer => {
  const bytes = Buffer.from(text, 'utf16le');
  return order === 'le' ? bytes : bytes.swap16();
};

describe('the encoding of a file (S94)', () => {
  it('is said by its mark', () => {
    expect(encodingByHead(Buffer.from('\uFEFFa'))).to.deep.equal({ encoding: 'utf-8', marked: true });
    expect(encodingByHead(wide('\uFEFFa', 'le'))).to.deep.equal({ encoding: 'utf-16le', marked: true });
    expect(encodingByHead(wide('\uFEFFa', 'be'))).to.deep.equal({ encoding: 'utf-16be', marked: true });
  });

  it('is seen by the zeroes of UTF-16 where there is no mark', () => {
    expect(encodingByHead(wide('Name;E-Mail\r\nJosé;a@b.c', 'le')).encoding).to.equal('utf-16le');
    expect(encodingByHead(wide('Name;E-Mail\r\nJosé;a@b.c', 'be')).encoding).to.equal('utf-16be');
    expect(encodingByHead(Buffer.from('Name;E-Mail')).encoding).to.equal(null);
    expect(encodingByHead(Buffer.alloc(0)).encoding).to.equal(null);
  });

  it('is UTF-8 while every byte fits, wherever the pieces are cut', () => {
    const bytes = Buffer.from('Ana Müller €  日本 🙂');
    for (let cut = 0; cut <= bytes.length; cut += 1) {
      const watch = utf8Watch();
      watch.add(bytes.subarray(0, cut));
      watch.add(bytes.subarray(cut));
      expect(watch.holds(), `cut at ${cut}`).to.equal(true);
    }
    for (const bad of ['c0af', 'e28228', 'f0288cbc', 'eda080', 'fc', 'c3', '80']) {
      const watch = utf8Watch();
      watch.add(Buffer.from(bad, 'hex'));
      expect(watch.holds(), bad).to.equal(false);
    }
  });

  it('Windows-1252 has a euro sign and curly quotes, which Latin 1 has not', () => {
    expect(decoderOf('windows-1252').text(Buffer.from('80849394e9ff', 'hex'))).to.equal('€„“”éÿ');
  });

  it('of UTF-16 is put together across pieces', () => {
    const bytes = wide('Zoë 🙂', 'be');
    const decoder = decoderOf('utf-16be');
    expect(
      decoder.text(bytes.subarray(0, 5)) +
        decoder.text(bytes.subarray(5, 9)) +
        decoder.text(bytes.subarray(9)) +
        decoder.end(),
    ).to.equal('Zoë 🙂');
  });
});

describe('taking a file apart', () => {
  const rowsOf = async (...pieces: string[]) => {
    const reader = csvReader(';');
    const rows = [];
    for (const piece of pieces) rows.push(...(await reader.push(piece)));
    return [...rows, ...(await reader.end())];
  };
  const reasonOf = async (...pieces: string[]): Promise<unknown> => {
    try {
      await rowsOf(...pieces);
    } catch (error) {
      return (error as { details?: unknown }).details;
    }
    return null;
  };

  it('understands mixed line ends, quotes across pieces, and leaves empty rows out', async () => {
    const rows = await rowsOf('a;b\r\n1;"x', 'y""z"\n\n;;\r2;3\n', '5" pipe;"q;r"');
    expect(rows.map(({ cells }) => cells)).to.deep.equal([
      ['a', 'b'],
      ['1', 'xy"z'],
      ['2', '3'],
      ['5" pipe', 'q;r'],
    ]);
  });

  it('says the line in which a row ends', async () => {
    const rows = await rowsOf('a\n"two\nlines"\nb\n');
    expect(rows.map(({ line }) => line)).to.deep.equal([1, 3, 4]);
  });

  it('refuses what is no table, with the line (S93)', async () => {
    expect(await reasonOf('a;b\n1;"open\n2;3\n')).to.include({ reason: 'open_quote' });
    expect(await reasonOf('a;b\n1;"open', ...Array.from({ length: 20 }, () => 'x'.repeat(100_000)))).to.include({
      reason: 'row_too_long',
      line: 2,
    });
    expect(await reasonOf(`a\n${';'.repeat(200)}x\n`)).to.deep.equal({ reason: 'too_many_columns', line: 2 });
    expect(await reasonOf(`${'x;'.repeat(1_000_000)}\n`)).to.include({ reason: 'too_many_columns' });
    const delimiters = Array.from({ length: 12 }, () => ';'.repeat(500_000));
    expect(await reasonOf('a\n', ...delimiters)).to.deep.equal({ reason: 'row_too_long', line: 2 });
    const emptyLines = Array.from({ length: 12 }, () => '\n'.repeat(500_000));
    expect(await reasonOf('a\n', ...emptyLines)).to.equal(null);
    expect(await reasonOf(`a\n${'x'.repeat(40_000)}\n`)).to.deep.equal({ reason: 'cell_too_long', line: 2 });
    expect(await reasonOf('a\n"x"y;z\n')).to.equal(null);
  });
});
