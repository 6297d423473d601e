import { expect } from 'chai';
import { axisOf, hoursOf, instantAt, topOf, voidsOf } from '../../../admin/calendar/axis.js';
import { minutesOf, piecesOf, startOfDay } from '../../../admin/calendar/zone-day.js';
import { daysToInstants } from '../../../server/availability/business.js';
import { parseDay } from '../../../server/lib/time-zone.js';

const zone = 'Europe/Lisbon';
const at = (text: string): number => Date.parse(text);

describe('the time axis of the calendar', () => {
  it('has days of 23, 24 and 25 hours, as the server counts them, wherever the clock changes', () => {
    for (const [place, day, hours] of [
      [zone, '2027-03-28', 23],
      [zone, '2026-10-25', 25],
      [zone, '2026-10-26', 24],
      ['America/Sao_Paulo', '2018-11-04', 23],
      ['Australia/Lord_Howe', '2026-04-05', 24.5],
      ['Africa/Cairo', '2026-04-24', 23],
      ['Pacific/Apia', '2026-11-24', 24],
    ] as const) {
      const pieces = piecesOf(place, day);
      const date = parseDay(day) ?? 0;
      expect(minutesOf(pieces) / 60, `${place} ${day}`).to.equal(hours);
      expect({ from: startOfDay(place, day), to: pieces.at(-1)?.to }).to.deep.equal(daysToInstants(place, date, date));
    }
  });

  it('is 25 hours long on the day of the fold, and every instant has a place of its own', () => {
    const pieces = piecesOf(zone, '2026-10-25');
    const axis = axisOf([pieces]);
    expect(axis.length).to.equal(1500);
    const hours = hoursOf(axis).map(({ minute, again }) => `${minute / 60}${again ? ' again' : ''}`);
    expect(hours.slice(0, 4)).to.deep.equal(['0', '1', '1 again', '2']);
    expect(topOf(axis, pieces, at('2026-10-25T00:30:00Z'))).to.equal(90);
    expect(topOf(axis, pieces, at('2026-10-25T01:30:00Z'))).to.equal(150);
    expect(topOf(axis, pieces, at('2026-10-25T09:00:00Z'))).to.equal(600);
    expect(voidsOf(axis, pieces)).to.deep.equal([]);
  });

  it('is 23 hours long on the day of the gap, without the hour that there is not', () => {
    const pieces = piecesOf(zone, '2027-03-28');
    const axis = axisOf([pieces, pieces]);
    expect(axis.length).to.equal(1380);
    expect(
      hoursOf(axis)
        .map(({ minute }) => minute / 60)
        .slice(0, 3),
    ).to.deep.equal([0, 2, 3]);
    expect(topOf(axis, pieces, at('2027-03-28T00:59:00Z'))).to.equal(59);
    expect(topOf(axis, pieces, at('2027-03-28T01:00:00Z'))).to.equal(60);
    expect(topOf(axis, pieces, at('2027-03-28T09:00:00Z'))).to.equal(540);
  });

  it('shows an hour twice in a week that has it twice, and leaves it empty on the other days', () => {
    const usual = piecesOf(zone, '2026-10-24');
    const fold = piecesOf(zone, '2026-10-25');
    const axis = axisOf([usual, fold]);
    expect(axis.length).to.equal(1500);
    expect(topOf(axis, usual, at('2026-10-24T00:30:00Z'))).to.equal(90);
    expect(topOf(axis, fold, at('2026-10-25T01:30:00Z'))).to.equal(150);
    // Ten o'clock of both stands on one line.
    expect(topOf(axis, usual, at('2026-10-24T09:00:00Z'))).to.equal(660);
    expect(topOf(axis, fold, at('2026-10-25T10:00:00Z'))).to.equal(660);
    expect(voidsOf(axis, usual)).to.deep.equal([{ top: 120, length: 60 }]);
    expect(voidsOf(axis, fold)).to.deep.equal([]);
  });

  it('keeps the lines of a week that lacks an hour on one day, which stays empty there', () => {
    const usual = piecesOf(zone, '2027-03-27');
    const gap = piecesOf(zone, '2027-03-28');
    const axis = axisOf([usual, gap]);
    expect(axis.length).to.equal(1440);
    expect(topOf(axis, gap, at('2027-03-28T09:00:00Z'))).to.equal(600);
    expect(voidsOf(axis, gap)).to.deep.equal([{ top: 60, length: 60 }]);
  });

  it('leads from a place back to its instant, on every day and in every week', () => {
    for (const [first, second] of [
      ['2026-10-24', '2026-10-25'],
      ['2027-03-27', '2027-03-28'],
      ['2026-10-25', '2026-10-25'],
      ['2027-03-28', '2027-03-28'],
    ] as const) {
      const days = [piecesOf(zone, first), piecesOf(zone, second)];
      const axis = axisOf(days);
      for (const pieces of days) {
        const seen = new Set<number>();
        for (let instant = pieces[0]!.from; instant < pieces.at(-1)!.to; instant += 15 * 60_000) {
          const top = topOf(axis, pieces, instant);
          expect(instantAt(axis, pieces, top), `${first} ${second}`).to.equal(instant);
          expect(seen.has(top)).to.equal(false);
          seen.add(top);
        }
      }
    }
  });

  it('ends at the end of the day, and puts what reaches over it there', () => {
    const pieces = piecesOf(zone, '2026-11-24');
    const axis = axisOf([pieces]);
    expect(topOf(axis, pieces, at('2026-11-25T00:00:00Z'))).to.equal(1440);
    expect(topOf(axis, pieces, at('2026-11-25T03:00:00Z'))).to.equal(1440);
    expect(topOf(axis, pieces, at('2026-11-23T22:00:00Z'))).to.equal(0);
  });
});
