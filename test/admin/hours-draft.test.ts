import { expect } from 'chai';
import { minorOf, moneyText } from '../../admin/kit/money-text.js';
import { minuteOf, timeText } from '../../admin/kit/time-text.js';
import type { DayDraft, PeriodDraft } from '../../admin/providers/hours-draft.js';
import {
  periodDraft,
  sameHours,
  totalOf,
  windowDraft,
  wishOf,
  withBreak,
  withWindow,
} from '../../admin/providers/hours-draft.js';
import { faultsOfDay, faultsOfWeeks } from '../../admin/providers/hours-faults.js';
import { mondayOf, weekOn } from '../../admin/providers/period-weeks.js';

const dayOf = (...spans: string[]): DayDraft =>
  spans.map((span) => windowDraft({ locationId: 1, start: span.split('-')[0]!, end: span.split('-')[1]! }));
const spansOf = (day: DayDraft): string[] => day.map(({ start, end }) => `${start}-${end}`);
const empty: DayDraft[] = [[], [], [], [], [], [], []];
const weekOf = (days: Record<number, DayDraft>): DayDraft[] => empty.map((day, index) => days[index] ?? day);

describe('times that are typed quickly', () => {
  const typed: [string, number | null][] = [
    ['9', 540],
    ['09', 540],
    ['930', 570],
    ['0930', 570],
    ['9:30', 570],
    ['9.30', 570],
    ['9h30', 570],
    ['17', 1020],
    ['1715', 1035],
    ['9am', 540],
    ['9:30 PM', 1290],
    ['12 am', 0],
    ['12 p.m.', 720],
    ['0', 0],
    ['24', 1440],
    ['24:00', 1440],
    ['2401', null],
    ['9:60', null],
    ['25', null],
    ['13pm', null],
    ['nine', null],
    ['', null],
  ];
  for (const [text, minute] of typed) it(`reads “${text}” as ${minute}`, () => expect(minuteOf(text)).to.equal(minute));

  it('writes every quarter of an hour so that it reads it again, in English and German', () => {
    for (const language of ['en-GB', 'en-US', 'de'])
      for (let minute = 0; minute <= 1440; minute += 15) expect(minuteOf(timeText(language, minute))).to.equal(minute);
  });
});

describe('amounts that are typed', () => {
  it('are read with either sign, and as the currency has digits', () => {
    const euros = ['48', '48.5', '48,50', '1250', '1.250,00', '1,250.00'].map((text) => minorOf(text, 'EUR'));
    expect(euros).to.deep.equal([4800, 4850, 4850, 125_000, 125_000, 125_000]);
    expect(minorOf('4800', 'JPY')).to.equal(4800);
    expect([minorOf('48.5', 'JPY'), minorOf('48.5555', 'EUR'), minorOf('-3', 'EUR'), minorOf('', 'EUR')]).to.deep.equal(
      [...[null, null, null, null]],
    );
    expect(minorOf(moneyText('de', 123_456, 'EUR'), 'EUR')).to.equal(123_456);
  });
});

describe('the editor of weekly hours (A121)', () => {
  it('splits a window by a break at noon, or in the middle where noon is outside', () => {
    const [nine] = dayOf('09:00-17:00');
    expect(spansOf(withBreak([nine!], nine!.key))).to.deep.equal(['540-720', '780-1020']);
    const [night] = dayOf('20:00-02:00');
    expect(spansOf(withBreak([night!], night!.key))).to.deep.equal(['1200-1350', '1410-120']);
    const [short] = dayOf('09:00-10:30');
    expect(withBreak([short!], short!.key)).to.deep.equal([short]);
  });

  it('adds hours after the last, and the usual ones on an empty day', () => {
    const usual = { start: 540, end: 1020, locationId: 1 };
    expect(spansOf(withWindow([], usual))).to.deep.equal(['540-1020']);
    expect(spansOf(withWindow(dayOf('09:00-12:00'), usual))).to.deep.equal(['540-720', '780-1020']);
    expect(spansOf(withWindow(dayOf('20:00-02:00'), usual)).at(-1)).to.equal('null-null');
  });

  it('counts hours over midnight', () => {
    expect(totalOf(dayOf('22:00-02:00', '09:00-12:00', '18:00-24:00'))).to.equal(240 + 180 + 360);
  });

  it('sees what overlaps, over midnight and over the end of the week too', () => {
    const faults = (week: DayDraft[]) => [...faultsOfWeeks([week]).values()];
    expect(faults(weekOf({ 0: dayOf('09:00-12:00', '12:00-14:00') }))).to.deep.equal([]);
    expect(faults(weekOf({ 0: dayOf('09:00-12:00', '11:00-14:00') }))).to.deep.equal(['overlap']);
    expect(faults(weekOf({ 0: dayOf('22:00-02:00'), 1: dayOf('01:00-05:00') }))).to.deep.equal(['overlap']);
    expect(faults(weekOf({ 6: dayOf('22:00-02:00'), 0: dayOf('01:00-05:00') }))).to.deep.equal(['overlap']);
    const two = faultsOfWeeks([weekOf({ 6: dayOf('22:00-02:00') }), weekOf({ 0: dayOf('01:00-05:00') })]);
    expect([...two.values()], 'week A runs into week B').to.deep.equal(['overlap']);
    expect([...faultsOfDay(dayOf('09:00-09:00', 'x-10:00', '10:00-y')).values()]).to.deep.equal([
      'same',
      'start',
      'end',
    ]);
  });

  it('gives the server what it was given, in order', () => {
    const windows = [
      { week: 0, weekday: 1, locationId: 1, start: '13:00', end: '24:00' },
      { week: 1, weekday: 7, locationId: 2, start: '22:00', end: '02:00' },
    ];
    const period = { from: '2026-12-01', anchor: '2026-11-30', weeks: 2, windows };
    const draft = periodDraft(period);
    expect(wishOf(draft)).to.deep.equal(period);
    const later: PeriodDraft = { ...draft, weeks: draft.weeks.map((week) => week.map((day) => day.slice(1))) };
    expect(sameHours([draft], [periodDraft(period)])).to.equal(true);
    expect(sameHours([draft], [later])).to.equal(false);
  });

  it('tells which of the weeks a date lies in as the server does', () => {
    const period = { key: 0, from: null, anchor: '2026-11-30', weeks: [empty, empty, empty] };
    expect(['2026-11-29', '2026-11-30', '2026-12-07', '2026-12-21'].map((day) => weekOn(period, day))).to.deep.equal([
      ...[2, 0, 1, 0],
    ]);
    expect(mondayOf('2026-12-06')).to.equal('2026-11-30');
  });
});
