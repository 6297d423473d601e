import { expect } from 'chai';
import {
  birthDatesOf,
  daysToGreet,
  isBirthday,
  isFutureBirth,
  isToGreet,
} from '../../../server/customers/birthday/birthday-rules.js';
import { formatDay, parseDay } from '../../../server/lib/time-zone.js';

const on = (date: string): number => parseDay(date) as number;
const at = (instant: string): number => Date.parse(instant);

describe('birthdays (A019)', () => {
  it('are on the day and month of the birth, and not on the day of birth itself', () => {
    expect(isBirthday('1990-05-17', on('2026-05-17'))).to.equal(true);
    expect(isBirthday('1990-05-17', on('2026-05-18'))).to.equal(false);
    expect(isBirthday('2026-05-17', on('2026-05-17'))).to.equal(false);
    expect(isBirthday('2025-05-17', on('2026-05-17'))).to.equal(true);
  });

  it('of 29 February are on the 29th in leap years and on 28 February in others', () => {
    expect(
      ['2027-02-28', '2027-03-01', '2028-02-28', '2028-02-29'].map((day) => isBirthday('2000-02-29', on(day))),
    ).to.deep.equal([true, false, false, true]);
    expect(birthDatesOf(on('2027-02-28'))).to.include.members(['2000-02-29', '2000-02-28', '2001-02-28']);
    expect(birthDatesOf(on('2028-02-28')))
      .to.include('2000-02-28')
      .and.not.include('2000-02-29');
    expect(birthDatesOf(on('2028-02-29')))
      .to.include('2000-02-29')
      .and.not.include('2001-02-28');
  });

  it('have as many dates of birth as there are years, each of which is one', () => {
    for (const day of ['2026-05-17', '2027-02-28', '2028-02-29']) {
      const dates = birthDatesOf(on(day));
      expect(dates.length).to.be.within(36, 190);
      expect(dates.filter((date) => !isBirthday(date, on(day)))).to.deep.equal([]);
    }
  });

  it('are looked for on every day that some clock shows, once the hour has come there', () => {
    const days = (hour: number, now: string) => daysToGreet(hour, at(now)).map(formatDay);
    expect(days(0, '2026-05-17T11:00:00Z')).to.deep.equal(['2026-05-16', '2026-05-17', '2026-05-18'].slice(0, 3));
    expect(days(9, '2026-05-17T11:00:00Z')).to.deep.equal(['2026-05-16', '2026-05-17']);
    expect(days(9, '2026-05-17T19:00:00Z')).to.deep.equal(['2026-05-17', '2026-05-18']);
  });

  it('are told from the hour on by the own clock, until that day is over', () => {
    const told = (zone: string, now: string) => isToGreet('1990-05-17', zone, 9, on('2026-05-17'), at(now));
    expect(told('Europe/Lisbon', '2026-05-17T07:59:59Z')).to.equal(false);
    expect(told('Europe/Lisbon', '2026-05-17T08:00:00Z')).to.equal(true);
    expect(told('Europe/Lisbon', '2026-05-17T22:59:59Z')).to.equal(true);
    expect(told('Europe/Lisbon', '2026-05-17T23:00:00Z')).to.equal(false);
    expect(told('Pacific/Kiritimati', '2026-05-16T19:00:00Z')).to.equal(true);
    expect(told('Pacific/Kiritimati', '2026-05-17T10:00:00Z')).to.equal(false);
    expect(told('Pacific/Pago_Pago', '2026-05-17T19:59:59Z')).to.equal(false);
    expect(told('Pacific/Pago_Pago', '2026-05-18T10:59:59Z')).to.equal(true);
  });

  it('begin, where the clock jumps over the hour, when it has jumped', () => {
    const told = (now: string) => isToGreet('1990-03-29', 'Europe/Lisbon', 1, on('2026-03-29'), at(now));
    expect(told('2026-03-29T00:59:59Z')).to.equal(false);
    expect(told('2026-03-29T01:00:00Z')).to.equal(true);
  });

  it('are of births up to today, which begins on the island of Kiritimati', () => {
    const now = at('2026-11-24T10:00:00Z');
    expect(['2026-11-25', '2026-11-26'].map((date) => isFutureBirth(date, now))).to.deep.equal([false, true]);
    expect(isFutureBirth('2026-11-25', now - 1)).to.equal(true);
  });
});
