import { expect } from 'chai';
import type { Appointment } from '../../admin/admin-api.js';
import { byDay } from '../../admin/appointments/by-day.js';
import { decisionsFor, marksFor } from '../../admin/appointments/decisions.js';
import { peopleOf } from '../../admin/appointments/people.js';
import { en } from '../../admin/locales/en.js';
import { createWords } from '../../widget/kit/words.js';

const anAppointment = (id: number, start: string, timeZone: string): Appointment =>
  ({ id, start, location: { id: 1, name: '', timeZone }, bookings: [] }) as unknown as Appointment;

const aBooking = (name: string, persons = 1, status = 'confirmed') => ({ customer: { id: 1, name }, persons, status });

const withBookings = (...bookings: object[]): Appointment => ({ bookings }) as unknown as Appointment;

describe('appointments by day', () => {
  it('stand under the date of their own location’s calendar, days and times in order', () => {
    const days = byDay([
      anAppointment(1, '2026-05-04T23:30:00Z', 'Atlantic/Azores'),
      anAppointment(2, '2026-05-04T23:30:00Z', 'Europe/Lisbon'),
      anAppointment(3, '2026-05-04T08:00:00Z', 'Europe/Lisbon'),
    ]);
    expect(days.map(({ day, appointments }) => [day, appointments.map(({ id }) => id)])).to.deep.equal([
      ['2026-05-04', [3, 1]],
      ['2026-05-05', [2]],
    ]);
  });
});

describe('who comes to an appointment', () => {
  const words = createWords({ en }, 'en');
  const of = (...bookings: object[]) => peopleOf(withBookings(...bookings), words);

  it('is one name, with persons where there are more', () => {
    expect(of(aBooking('Ana'))).to.deep.equal({ name: 'Ana' });
    expect(of(aBooking('Ana', 3))).to.deep.equal({ name: 'Ana', more: { shown: '×3', said: '3 persons' } });
  });

  it('is a name and a count where several booked, without those who cancelled', () => {
    expect(of(aBooking('Gone', 1, 'cancelled'), aBooking('Ana'), aBooking('Ben'))).to.deep.equal({
      name: 'Ana',
      more: { shown: '+1', said: 'and 1 more' },
    });
  });

  it('is still told when all cancelled', () => {
    expect(of(aBooking('Gone', 1, 'cancelled')).name).to.equal('Gone');
    expect(of().name).to.equal('Nobody yet');
  });
});

describe('what can be decided about a booking (A122)', () => {
  it('follows from its status', () => {
    expect(decisionsFor('pending')).to.deep.equal(['approval', 'rejection']);
    expect(decisionsFor('confirmed')).to.deep.equal(['cancellation']);
    expect(decisionsFor('cancelled')).to.deep.equal(['restoration']);
    expect(decisionsFor('rejected')).to.deep.equal(['restoration']);
    expect(decisionsFor('no_show')).to.deep.equal([]);
    expect(marksFor('pending')).to.deep.equal([]);
    expect(marksFor('confirmed')).to.deep.equal(['completed', 'no_show']);
    expect(marksFor('no_show')).to.deep.equal(['completed', 'confirmed']);
  });
});
