import { expect } from 'chai';
import type { RefusalReason } from '../../server/availability/schema.js';
import { explainStart, slotAt } from '../../server/availability/slots.js';
import type { Scene } from './builders.js';
import { aBusy, aProvider, aService, at, day, HOUR, performs, question, slotsOn, startsOf } from './builders.js';

const tuesday = '2026-12-01';
const starts = (scene: Scene): string[] => startsOf(slotsOn(scene, tuesday)).map((start) => start.slice(11, 16));
const why = (scene: Scene, start: string): RefusalReason | null =>
  explainStart(question(scene, at(start), at(start) + 1), at(start)).reason;
/** Ada busy with something else from ten to eleven. */
const busyAtTen = new Map([[1, { busy: [aBusy(`${tuesday}T10:00:00Z`, `${tuesday}T11:00:00Z`)] }]]);

describe('why a start can’t be booked (T9)', () => {
  const cases: [string, Scene, string, RefusalReason | null][] = [
    ['a free hour can', {}, '10:00', null],
    [
      'the provider doesn’t perform the service',
      { providers: [aProvider({ services: performs(2) })] },
      '10:00',
      'not_offered',
    ],
    ['nobody is asked', { providers: [] }, '10:00', 'not_offered'],
    ['it is past', { now: `${tuesday}T10:00:01Z` }, '10:00', 'past'],
    ['now is not past yet', { now: `${tuesday}T10:00:00Z` }, '10:00', null],
    [
      'the lead time is not kept by a second',
      { services: [aService({ leadMinutes: 60 })], now: `${tuesday}T09:00:01Z` },
      '10:00',
      'lead_time',
    ],
    [
      'the lead time is just kept (T6)',
      { services: [aService({ leadMinutes: 60 })], now: `${tuesday}T09:00:00Z` },
      '10:00',
      null,
    ],
    [
      'it lies beyond the horizon',
      { services: [aService({ horizonDays: 3 })], now: '2026-11-27T23:59:59Z' },
      '10:00',
      'horizon',
    ],
    [
      'the horizon counts whole days (T6)',
      { services: [aService({ horizonDays: 3 })], now: '2026-11-28T00:00:00Z' },
      '10:00',
      null,
    ],
    [
      'the business is closed that day',
      { closures: [{ locationId: null, firstDay: day(tuesday), lastDay: day(tuesday) }] },
      '10:00',
      'closure',
    ],
    [
      'another location’s closure doesn’t matter',
      { closures: [{ locationId: 2, firstDay: day(tuesday), lastDay: day(tuesday) }] },
      '10:00',
      null,
    ],
    [
      'the provider is absent',
      { taken: new Map([[1, { absences: [{ from: at(`${tuesday}T10:30:00Z`), to: at(`${tuesday}T12:00:00Z`) }] }]]) },
      '10:00',
      'absence',
    ],
    ['it is before opening', {}, '08:00', 'closed'],
    ['it runs over closing time (T4)', {}, '16:30', 'closed'],
    ['it is off the grid', {}, '10:30', 'off_grid'],
    ['somebody else has the time', { taken: busyAtTen }, '10:00', 'busy'],
    [
      'only the buffer meets (T5)',
      { services: [aService({ bufferAfterMinutes: 15 })], taken: busyAtTen },
      '09:00',
      'buffer',
    ],
    [
      'buffers may leave working hours (T5)',
      { services: [aService({ bufferBeforeMinutes: 30, bufferAfterMinutes: 30 })] },
      '09:00',
      null,
    ],
    ['more persons than places', { persons: 2 }, '10:00', 'full'],
  ];
  for (const [title, scene, time, reason] of cases) {
    it(`${title}: ${reason ?? 'bookable'}`, () => {
      const start = `${tuesday}T${time}:00Z`;
      expect(why(scene, start)).to.equal(reason);
      expect(slotAt(question(scene, at(start), at(start) + 1), at(start)) !== null).to.equal(reason === null);
    });
  }

  it('says that the provider works elsewhere then', () => {
    const both = aProvider({
      locations: new Set([1, 2]),
      hours: { weekly: [{ weekday: 2, locationId: 2, start: 540, end: 1020 }], specialDays: new Map() },
    });
    const start = at(`${tuesday}T10:00:00Z`);
    const asked = question({ providers: [both] }, start, start + 1);
    // The scene knows one location only; the other's hours are given to the diary as the business would.
    const [candidate] = asked.candidates;
    const elsewhere = {
      ...candidate!,
      diary: { ...candidate!.diary, elsewhere: [{ from: start - HOUR, to: start + 8 * HOUR }] as never },
    };
    expect(explainStart({ ...asked, candidates: [elsewhere] }, start).reason).to.equal('elsewhere');
  });

  it('names each provider’s own reason, and the one nearest to a yes for all', () => {
    const scene: Scene = { providers: [aProvider(), aProvider({ id: 2, services: performs(2) })], taken: busyAtTen };
    const start = at(`${tuesday}T10:00:00Z`);
    const explanation = explainStart(question(scene, start, start + 1), start);
    expect(explanation.reason).to.equal('busy');
    expect(explanation.providers.map((provider) => provider.reason)).to.deep.equal(['busy']);
  });
});

describe('group appointments', () => {
  const yoga = aService({ capacity: 5 });
  const classAt = (time: string, taken: number) =>
    aBusy(
      `${tuesday}T${time}:00Z`,
      `${tuesday}T${String(Number(time.slice(0, 2)) + 1).padStart(2, '0')}${time.slice(2)}:00Z`,
      { serviceId: 1, capacity: 5, taken },
    );

  it('offers one with room left at its own start, even off the grid, with the room', () => {
    const slots = slotsOn({ services: [yoga], taken: new Map([[1, { busy: [classAt('10:15', 3)] }]]) }, tuesday);
    const slot = slots.find((one) => one.start === at(`${tuesday}T10:15:00Z`));
    expect(slot?.room).to.equal(2);
    expect(startsOf(slots).map((start) => start.slice(11, 16))).to.deep.equal([
      '09:00',
      '10:15',
      '12:00',
      '13:00',
      '14:00',
      '15:00',
      '16:00',
    ]);
  });

  it('offers it to as many as still fit, and not to more', () => {
    const scene = (persons: number): Scene => ({
      services: [yoga],
      persons,
      taken: new Map([[1, { busy: [classAt('10:00', 3)] }]]),
    });
    expect(starts(scene(2))).to.include('10:00');
    expect(starts(scene(3))).to.not.include('10:00');
    expect(why(scene(3), `${tuesday}T10:00:00Z`)).to.equal('full');
  });

  it('never offers it as free time for another service', () => {
    const other = aService({ id: 2 });
    const scene: Scene = {
      services: [yoga, other],
      asked: [2],
      providers: [aProvider({ services: performs(1, 2) })],
      taken: new Map([[1, { busy: [classAt('10:00', 1)] }]]),
    };
    expect(starts(scene)).to.not.include('10:00');
    expect(why(scene, `${tuesday}T10:00:00Z`)).to.equal('busy');
  });

  it('prefers the provider whose class is already there to opening a second one', () => {
    const scene: Scene = {
      services: [yoga],
      providers: [aProvider(), aProvider({ id: 2 })],
      taken: new Map([[2, { busy: [classAt('10:00', 1)] }]]),
    };
    const slot = slotsOn(scene, tuesday).find((one) => one.start === at(`${tuesday}T10:00:00Z`));
    expect(slot?.providers[0]).to.equal(2);
  });
});

describe('several services in one visit', () => {
  const cut = aService({ id: 1, bufferBeforeMinutes: 15, bufferAfterMinutes: 15 });
  const colour = aService({ id: 2, durationMinutes: 90, bufferBeforeMinutes: 15, bufferAfterMinutes: 15 });
  const both = aProvider({ services: performs(1, 2) });

  it('follow one another at once with one provider, without a buffer between them', () => {
    const slots = slotsOn({ services: [cut, colour], providers: [both] }, tuesday);
    expect(slots[0]).to.deep.include({
      start: at(`${tuesday}T09:00:00Z`),
      end: at(`${tuesday}T11:30:00Z`),
      providers: [1],
    });
    expect(startsOf(slots).at(-1)).to.equal(`${tuesday}T14:00:00Z`);
  });

  it('keep the buffers around the visit', () => {
    const taken = new Map([[1, { busy: [aBusy(`${tuesday}T12:30:00Z`, `${tuesday}T13:00:00Z`)] }]]);
    const scene = { services: [cut, colour], providers: [both], taken };
    expect(why(scene, `${tuesday}T10:00:00Z`)).to.equal('buffer');
    expect(starts(scene)).to.deep.equal(['09:00', '14:00']);
  });

  it('go from one provider to the next where nobody can perform all', () => {
    const scene: Scene = {
      services: [cut, colour],
      providers: [aProvider({ services: performs(1) }), aProvider({ id: 2, services: performs(2) })],
    };
    const [slot] = slotsOn(scene, tuesday);
    expect(slot).to.deep.include({ providers: [], chain: [1, 2] });
  });

  it('prefer one provider for all to a chain, and the chain with the fewest changes', () => {
    const wash = aService({ id: 3, durationMinutes: 60 });
    const scene: Scene = {
      services: [cut, colour, wash],
      providers: [
        aProvider({ services: performs(1, 3) }),
        aProvider({ id: 2, services: performs(2, 3) }),
        aProvider({ id: 3, services: performs(3) }),
      ],
    };
    const [slot] = slotsOn(scene, tuesday);
    expect(slot?.chain).to.deep.equal([1, 2, 2]);
    expect(
      slotsOn(
        { ...scene, providers: [...scene.providers!, aProvider({ id: 4, services: performs(1, 2, 3) })] },
        tuesday,
      )[0]?.providers,
    ).to.deep.equal([4]);
  });

  it('take the provider’s own duration', () => {
    const quick = aProvider({ services: new Map([[1, { priceMinor: null, durationMinutes: 30 }]]) });
    expect(slotsOn({ services: [aService()], providers: [quick] }, tuesday)[0]?.end).to.equal(
      at(`${tuesday}T09:30:00Z`),
    );
  });
});

describe('sharing visits among providers', () => {
  it('puts the one with less to do that day first, and keeps the business’s order otherwise', () => {
    const providers = [aProvider(), aProvider({ id: 2 })];
    expect(slotsOn({ providers }, tuesday)[0]?.providers).to.deep.equal([1, 2]);
    const taken = new Map([[1, { busy: [aBusy(`${tuesday}T14:00:00Z`, `${tuesday}T15:00:00Z`)] }]]);
    expect(slotsOn({ providers, taken }, tuesday)[0]?.providers).to.deep.equal([2, 1]);
  });
});
