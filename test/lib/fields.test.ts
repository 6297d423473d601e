import { expect } from 'chai';
import type { z } from 'zod';
import * as fields from '../../server/lib/fields.js';

interface Case {
  field: z.ZodType;
  /** What is accepted, and what it becomes. */
  accepted: [unknown, unknown][];
  refused: unknown[];
}

const same = (...values: unknown[]): [unknown, unknown][] => values.map((value) => [value, value]);

const cases: Record<string, Case> = {
  'one line of text (S41, S103)': {
    field: fields.line(20),
    accepted: [['  Ada  ', 'Ada'], ...same("O'Brien", 'Zoë 北京 👩‍🎨', '<b>bold</b>')],
    refused: [
      '',
      '   ',
      'a'.repeat(21),
      'two\nlines',
      'bell\u0007',
      'line\u2028end',
      'a\r\nBcc: x@y.example',
      7,
      null,
      ['Ada'],
      { name: 'Ada' },
    ],
  },
  'several lines of text': {
    field: fields.lines(20),
    accepted: [
      ['', ''],
      ['one\r\ntwo', 'one\ntwo'],
      ['tab\there', 'tab\there'],
    ],
    refused: ['a'.repeat(21), 'nul\u0000', 'escape\u001b[0m', 1],
  },
  'an id in a body': {
    field: fields.id,
    accepted: same(1, 9_007_199_254_740_991),
    refused: [0, -1, 1.5, '1', 2 ** 53, Number.NaN, null, [1]],
  },
  'an id in a path': {
    field: fields.idText,
    accepted: [
      ['1', 1],
      ['9007199254740991', 9_007_199_254_740_991],
    ],
    refused: ['0', '01', '+1', '1.0', '1e3', ' 1', '0x1', '9007199254740993', '-1', '', '１', 1],
  },
  'a whole number in a query': {
    field: fields.numberText(1, 50),
    accepted: [
      ['1', 1],
      ['50', 50],
    ],
    refused: ['0', '51', '', '1.5', '-1', 'x', 5],
  },
  'an amount in minor units': {
    field: fields.minor,
    accepted: same(0, 4500),
    refused: [-1, 0.5, '4500', Number.POSITIVE_INFINITY],
  },
  'a currency': { field: fields.currency, accepted: same('EUR', 'JPY'), refused: ['eur', 'EURO', 'XQQ', '€'] },
  'a date': {
    field: fields.day,
    accepted: same('2028-02-29'),
    refused: ['2026-02-29', '2026-2-1', '01.02.2026', '2026-02-01T00:00:00Z', 20_260_201],
  },
  'a wall-clock time': {
    field: fields.wallTime,
    accepted: same('00:00', '09:30', '23:59', '24:00'),
    refused: ['24:01', '9:30', '12:60', '12:00:00', '-1:00'],
  },
  'an instant (S56, S65)': {
    field: fields.instant,
    accepted: same('2026-06-01T09:00:00Z'),
    refused: [
      '2026-06-01T09:00:00',
      '2026-06-01T09:00:00+02:00',
      '2026-06-01T09:00Z',
      '2026-06-01',
      '2026-02-30T09:00:00Z',
      '2026-06-01T25:00:00Z',
      '2026-06-01T24:00:00Z',
      1_780_304_400_000,
    ],
  },
  'a time zone': {
    field: fields.timeZone,
    accepted: [['europe/lisbon', 'Europe/Lisbon'], ...same('Pacific/Apia')],
    refused: ['+02:00', 'Mars/Phobos', '', 1],
  },
  'an e-mail address (S103, S104)': {
    field: fields.email,
    accepted: [
      [' ana@example.com ', 'ana@example.com'],
      ...same("o'brien+salon@mail.example.co.uk", 'Ana@Example.com'),
    ],
    refused: [
      'ana',
      'ana@localhost',
      'ana@example..com',
      '.ana@example.com',
      '"ana b"@example.com',
      'ana@example.com, ben@example.com',
      'Ana <ana@example.com>',
      'ana@example.com\r\nBcc: x@y.example',
      'ana@[127.0.0.1]',
      `${'a'.repeat(65)}@example.com`,
      `a@${'b'.repeat(250)}.com`,
      ['ana@example.com'],
    ],
  },
  'a telephone number': {
    field: fields.phone,
    accepted: same('+351 912 345 678', '(030) 123-456'),
    refused: ['call me', '1', '+351\n912345678', '9'.repeat(41)],
  },
  'a web address (S48)': {
    field: fields.webAddress,
    accepted: same('https://example.com/a.png', '/pictures/1.webp'),
    refused: [
      'javascript:alert(1)',
      'data:text/html,x',
      '//evil.example/x',
      '/\\evil.example',
      'ftp://example.com',
      ' https://example.com',
      'https://exa mple.com',
    ],
  },
  'a colour': {
    field: fields.colour,
    accepted: same('#7c3aed', '#7C3AED'),
    refused: ['red', '#fff', '#7c3aed;background:url(x)'],
  },
  'a language': {
    field: fields.language,
    accepted: same('en', 'pt-BR', 'zh-Hant-TW'),
    refused: ['EN', 'english!', '', 'en_GB', `en-${'a'.repeat(9)}`],
  },
};

describe('a field', () => {
  for (const [name, { field, accepted, refused }] of Object.entries(cases)) {
    it(`takes ${name}`, () => {
      for (const [value, becomes] of accepted)
        expect(field.safeParse(value), String(value)).to.deep.equal({ success: true, data: becomes });
    });

    it(`refuses what is not ${name}, with words`, () => {
      for (const value of refused) {
        const parsed = field.safeParse(value);
        expect(parsed.success, JSON.stringify(value)).to.equal(false);
        expect(parsed.error?.issues[0]?.message, JSON.stringify(value)).to.be.a('string').and.not.equal('');
      }
    });
  }

  it('counts a range of days with both its ends', () => {
    const within = fields.atMostDays(62);
    expect(within({ from: '2026-06-01', to: '2026-08-01' })).to.equal(true);
    expect(within({ from: '2026-06-01', to: '2026-08-02' })).to.equal(false);
    expect(within({ from: '2026-06-02', to: '2026-06-01' })).to.equal(false);
    expect(within({ from: '2026-06-01', to: '2026-06-01' })).to.equal(true);
  });
});
