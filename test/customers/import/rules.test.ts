import { expect } from 'chai';
import { looksLikeHeader } from '../../../server/customers/import/column-mapping.js';
import { countryOf, languageOf } from '../../../server/customers/import/country-names.js';
import type { DateOrder } from '../../../server/customers/import/date-rules.js';
import { detectDateOrder, readBirthDate } from '../../../server/customers/import/date-rules.js';
import { detectDelimiter } from '../../../server/customers/import/delimiter-rules.js';
import { decideRow } from '../../../server/customers/import/outcome-rules.js';
import { createReaders } from '../../../server/customers/import/readers.js';
import { readRow } from '../../../server/customers/import/row-rules.js';
import { genderOf, yesOrNo } from '../../../server/customers/import/word-rules.js';
import { splitName } from '../../../server/customers/record/derived.js';
import { cpuTimeOf } from '../../support/cpu-time.js';

const today = '2026-11-24';

describe('the delimiter of a file', () => {
  const files: [string, string][] = [
    ['a,b,c\n1,2,3\n4,5,6', ','],
    ['a;b;c\n1,5;2;3\n4,5;5;6', ';'],
    ['a\tb\n1\t2, 3\n4\t5', '\t'],
    ['a|b|c\n1|2|3', '|'],
    ['name;note\n"x, y; z";"a,b"\nq;"c,d,e"', ';'],
    ['"a\n;;;;\nb",c\n1,2', ','],
    ['only one column\nAna\nBen', ','],
    ['', ','],
  ];
  for (const [text, delimiter] of files)
    it(`of ${JSON.stringify(text)} is ${JSON.stringify(delimiter)}`, () => {
      expect(detectDelimiter(text)).to.equal(delimiter);
    });
});

describe('dates of birth', () => {
  it('take no time over a cell full of blanks (S110)', async () => {
    const time = await cpuTimeOf(() => {
      expect(readBirthDate(`1${' '.repeat(30_000)}x`, 'DMY', '2026-11-24')).to.equal(null);
      expect(detectDateOrder([`1${' '.repeat(30_000)}.x`], 'PT')).to.equal('DMY');
      expect(looksLikeHeader(['@'.repeat(30_000)], [['x']])).to.be.a('boolean');
    });
    expect(time).to.be.lessThan(100);
  });

  const orders: [string[], string, DateOrder][] = [
    [['31.12.1990', '01.02.1990'], 'US', 'DMY'],
    [['12/31/1990', '01/02/1990'], 'PT', 'MDY'],
    [['1990-12-31'], 'US', 'YMD'],
    [['01/02/1990'], 'US', 'MDY'],
    [['01/02/1990'], 'DE', 'DMY'],
    [[], 'DE', 'DMY'],
  ];
  for (const [values, country, order] of orders)
    it(`${values.join(', ') || 'none'} of ${country} are ${order}`, () => {
      expect(detectDateOrder(values, country)).to.equal(order);
    });

  const dates: [string, DateOrder, string | null][] = [
    ['31.12.1990', 'DMY', '1990-12-31'],
    ['1/2/1990', 'DMY', '1990-02-01'],
    ['1/2/1990', 'MDY', '1990-01-02'],
    ['12-31-1990', 'MDY', '1990-12-31'],
    ['1990-12-31', 'DMY', '1990-12-31'],
    ['1990/12/31', 'MDY', '1990-12-31'],
    ['19901231', 'DMY', '1990-12-31'],
    ['90-12-31', 'YMD', '1990-12-31'],
    ['31.12.90', 'DMY', '1990-12-31'],
    ['31.12.26', 'DMY', null],
    ['01.02.26', 'DMY', '2026-02-01'],
    ['01.02.27', 'DMY', '1927-02-01'],
    ['1990-12-31 00:00:00', 'DMY', '1990-12-31'],
    ['29.02.2000', 'DMY', '2000-02-29'],
    ['29.02.1900', 'DMY', null],
    ['31.02.1980', 'DMY', null],
    ['31.12.1899', 'DMY', null],
    ['25.11.2026', 'DMY', null],
    ['12.31.1990', 'DMY', null],
    ['1.1.990', 'DMY', null],
    ['gestern', 'DMY', null],
  ];
  for (const [text, order, date] of dates)
    it(`${text} in ${order} is ${date ?? 'none'}`, () => {
      expect(readBirthDate(text, order, today)).to.equal(date);
    });
});

describe('words of files', () => {
  it('name genders in several languages, and leave what is none', () => {
    for (const word of ['f', 'frau', 'weiblich', 'mujer', 'femme', 'vrouw', 'mrs.'])
      expect(genderOf(word), word).to.equal('female');
    for (const word of ['m', 'herr', 'hombre', 'homem', 'uomo', 'man']) expect(genderOf(word), word).to.equal('male');
    expect(genderOf('divers')).to.equal('diverse');
    expect(genderOf('prefer not to say')).to.equal('unsaid');
    expect(genderOf('siehe akte')).to.equal(null);
  });

  it('say yes and no, Square’s and Amelia’s too', () => {
    for (const word of ['yes', 'ja', 'sim', '1', 'x', 'oui', 'tak', 'subscribed'])
      expect(yesOrNo(word), word).to.equal(true);
    for (const word of ['no', 'nein', '0', 'unsubscribed', 'unknown']) expect(yesOrNo(word), word).to.equal(false);
    expect(yesOrNo('maybe')).to.equal(null);
  });

  const countries: [string, string | null][] = [
    ['de', 'DE'],
    ['Deutschland', 'DE'],
    ['Allemagne', 'DE'],
    ['USA', 'US'],
    ['UK', 'GB'],
    ['Österreich', 'AT'],
    ['Países Baixos', 'NL'],
    ['Polska', 'PL'],
    ['Atlantis', null],
    ['ZZ', null],
    ['DD', null],
  ];
  for (const [text, code] of countries)
    it(`${text} is ${code ?? 'no country'}`, () => {
      expect(countryOf(text)).to.equal(code);
    });

  it('name languages by tag or name', () => {
    expect([languageOf('pt-br'), languageOf('de_AT'), languageOf('Deutsch'), languageOf('Klingon?')]).to.deep.equal([
      'pt-BR',
      'de-AT',
      'de',
      null,
    ]);
  });
});

describe('a row of a file', () => {
  const mapping = [
    'fullName',
    'email',
    'phone',
    'birthDate',
    'gender',
    'newsletter',
    'country',
    'note',
    'note',
  ] as const;
  const plan = { mapping, readers: createReaders('DMY', today), required: ['lastName', 'email'] as const, splitName };
  const read = (...cells: string[]) => readRow(cells, plan);
  const reasons = (...cells: string[]) => read(...cells).issues.map(({ column, reason }) => `${column} ${reason}`);

  it('is read with everything that it says', () => {
    const { values, issues } = read(
      ' Ana da Silva ',
      'mailto:Ana@Example.com',
      '+351\u00a0912 345 678',
      '31.12.1990',
      'Frau',
      'ja',
      'Portugal',
      'one',
      'two\r\nthree',
    );
    expect(issues).to.deep.equal([]);
    expect(values).to.include({
      firstName: 'Ana da',
      lastName: 'Silva',
      email: 'Ana@Example.com',
      phone: '+351 912 345 678',
    });
    expect(values).to.include({
      birthDate: '1990-12-31',
      gender: 'female',
      newsletter: true,
      country: 'PT',
      note: 'one\ntwo\nthree',
    });
  });

  it('says of each cell what is wrong with it', () => {
    expect(reasons('Ana Silva', 'no mail', 'call me', '31.02.1990', 'siehe Akte', 'maybe', 'Atlantis')).to.deep.equal([
      '1 email',
      '2 phone',
      '3 date',
      '4 gender',
      '5 yes_no',
      '6 country',
    ]);
  });

  it('may lack what is not required, and not what is', () => {
    expect(reasons('Ana Silva', 'ana@example.com')).to.deep.equal([]);
    expect(reasons('Ana Silva', '')).to.deep.equal(['1 required']);
    expect(reasons('Ana', 'ana@example.com')).to.deep.equal(['0 required']);
    expect(reasons('', 'ana@example.com')).to.deep.equal(['0 required', '0 required']);
  });

  it('with control characters, or too long a text, is refused (S36)', () => {
    expect(reasons('Ana\u0007 Silva', 'ana@example.com')).to.deep.equal(['0 control']);
    expect(reasons(`Ana ${'x'.repeat(300)}`, 'ana@example.com')).to.deep.equal(['0 too_long']);
    expect(reasons('Ana Silva', 'ana@example.com', '', '', '', '', '', 'x'.repeat(5001))).to.deep.equal(['7 too_long']);
  });

  it('may be longer than the header only by empty cells', () => {
    const good = ['Ana Silva', 'ana@example.com', '', '', '', '', '', '', ''];
    expect(reasons(...good, '', ' ')).to.deep.equal([]);
    expect(reasons(...good, 'more')).to.deep.equal(['null columns']);
  });

  it('keeps quotes, backslashes and 0x as they are (S36)', () => {
    for (const name of [`O'Neil "Bo"`, 'a\\b', '0x41', "'; DROP TABLE customers; --", '{{7*7}}'])
      expect(read(`${name} X`, 'ana@example.com').values.firstName).to.equal(name.trim());
  });
});

describe('what becomes of a row', () => {
  const known = { id: 7, trashed: false, changes: 1 };
  const row = { policy: 'skip', issues: [], known: null, twice: false } as const;
  const required = [{ column: 1, field: 'email', reason: 'required' }] as const;
  it('follows the policy for known customers', () => {
    expect(decideRow(row)).to.deep.equal({ kind: 'new' });
    expect(decideRow({ ...row, known })).to.deep.equal({ kind: 'skip', reason: 'known', customer: 7 });
    expect(decideRow({ ...row, known, policy: 'fill_empty' })).to.deep.equal({ kind: 'update', customer: 7 });
    expect(decideRow({ ...row, known: { ...known, changes: 0 }, policy: 'overwrite' })).to.include({
      reason: 'unchanged',
    });
    expect(decideRow({ ...row, known: { ...known, trashed: true }, policy: 'overwrite' })).to.include({
      reason: 'in_trash',
    });
    expect(decideRow({ ...row, policy: 'create', twice: true })).to.deep.equal({ kind: 'new' });
  });
  it('of a person who was in the file before is skipped, or changes the same customer', () => {
    expect(decideRow({ ...row, twice: true })).to.deep.equal({ kind: 'skip', reason: 'twice' });
    expect(decideRow({ ...row, twice: true, policy: 'overwrite' })).to.deep.equal({ kind: 'update' });
  });
  it('that lacks something is an error for a new customer, and none for a known one', () => {
    expect(decideRow({ ...row, issues: required }).kind).to.equal('error');
    expect(decideRow({ ...row, issues: required, known }).kind).to.equal('skip');
    expect(decideRow({ ...row, issues: required, policy: 'create' }).kind).to.equal('error');
  });
});
