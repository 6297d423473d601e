import { expect } from 'chai';
import { contrast, inkOn, readableOn } from '../../server/notifications/letters/accent.js';
import { price } from '../../server/notifications/letters/letter.js';
import { momentLine, momentOf } from '../../server/notifications/letters/moments.js';
import { literalHtml } from '../../server/notifications/letters/plain-html.js';

const at = (text: string) => Date.parse(text);

describe('moments in letters', () => {
  const cases: [title: string, locale: string, zone: string, start: string, end: string, line: string][] = [
    [
      'in winter',
      'en-GB',
      'Europe/Lisbon',
      '2026-11-24T14:30:00Z',
      '2026-11-24T15:15:00Z',
      'Tuesday, 24 November 2026, 14:30–15:15 (Western European Standard Time)',
    ],
    [
      'in summer',
      'en-GB',
      'Europe/Lisbon',
      '2026-07-24T13:30:00Z',
      '2026-07-24T14:15:00Z',
      'Friday, 24 July 2026, 14:30–15:15 (Western European Summer Time)',
    ],
    [
      'in German',
      'de-DE',
      'Europe/Berlin',
      '2026-03-03T08:00:00Z',
      '2026-03-03T09:00:00Z',
      'Dienstag, 3. März 2026, 09:00–10:00 Uhr (Mitteleuropäische Normalzeit)',
    ],
    [
      'in Austria',
      'de-AT',
      'Europe/Vienna',
      '2026-01-20T08:00:00Z',
      '2026-01-20T09:00:00Z',
      'Dienstag, 20. Jänner 2026, 09:00–10:00 Uhr (Mitteleuropäische Normalzeit)',
    ],
    [
      'in America',
      'en-US',
      'America/New_York',
      '2026-11-24T19:30:00Z',
      '2026-11-24T20:15:00Z',
      'Tuesday, November 24, 2026, 2:30 – 3:15 PM (Eastern Standard Time)',
    ],
    [
      'over the end of summer time',
      'en-GB',
      'Europe/Berlin',
      '2026-10-25T00:30:00Z',
      '2026-10-25T01:15:00Z',
      'Sunday, 25 October 2026, 02:30 (Central European Summer Time) – 02:15 (Central European Standard Time)',
    ],
    [
      'just after the end of summer time',
      'en-GB',
      'Europe/Berlin',
      '2026-10-25T01:15:00Z',
      '2026-10-25T01:45:00Z',
      'Sunday, 25 October 2026, 02:15–02:45 (Central European Standard Time)',
    ],
    [
      'over midnight',
      'en-GB',
      'Europe/Lisbon',
      '2026-11-24T23:30:00Z',
      '2026-11-25T00:15:00Z',
      'Tuesday, 24 November 2026, 23:30 – Wed 00:15 (Western European Standard Time)',
    ],
    [
      'where the day is skipped',
      'en-GB',
      'Pacific/Apia',
      '2011-12-30T11:00:00Z',
      '2011-12-30T12:00:00Z',
      'Saturday, 31 December 2011, 01:00–02:00 (Samoa Daylight Time)',
    ],
  ];
  for (const [title, locale, zone, start, end, line] of cases) {
    it(`read ${title}: ${line}`, () => {
      expect(momentLine(momentOf(locale, zone, at(start), at(end)))).to.equal(line);
    });
  }
});

describe('prices in letters', () => {
  it('have the decimals of their currency', () => {
    expect(price('en-GB', 4500, 'EUR')).to.equal('€45.00');
    expect(price('en-GB', 4500, 'JPY')).to.equal('JP¥4,500');
    expect(price('en-GB', 4500, 'KWD').replace(/\s/, ' ')).to.equal('KWD 4.500');
  });
});

describe('the accent in letters', () => {
  it('is readable as a fill and as text, light and dark, whatever it is', () => {
    for (let step = 0; step < 4096; step += 7) {
      const hex = `#${[step >> 8, (step >> 4) & 15, step & 15].map((part) => (part * 17).toString(16).padStart(2, '0')).join('')}`;
      expect(contrast(hex, inkOn(hex)), hex).to.be.at.least(4.5);
      for (const surface of ['#ffffff', '#1a1c1f'])
        expect(contrast(readableOn(hex, surface), surface), `${hex} on ${surface}`).to.be.at.least(4.5);
    }
  });
});

describe('what a person typed, in HTML', () => {
  it('reads as typed, is no markup, and offers no address that a mail program could link (S39, S49)', () => {
    const typed = `<a href="https://evil.example">x</a> {{7*7}} www.evil.example/a & 'b' me@evil.example`;
    const html = literalHtml(typed);
    expect(html.replaceAll('<wbr>', '')).not.to.match(/<(?!wbr)/);
    expect(html).not.to.match(/:\/\/|www\.\w|evil\.example|@evil/);
    expect(html).to.include('{{7*7}}');
    const entities: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&#34;': '"', '&#39;': "'", '&amp;': '&' };
    const seen = html.replaceAll('<wbr>', '').replace(/&(?:lt|gt|#34|#39|amp);/g, (entity) => entities[entity]!);
    expect(seen).to.equal(typed);
  });

  it('leaves ordinary words alone', () => {
    expect(literalHtml('Dr. Ben O’Neil-Müller, 14.30')).to.equal('Dr. Ben O’Neil-Müller, 14.30');
  });
});
