import { expect } from 'chai';
import type { Action, State } from '../../widget/booking/state.js';
import { begin, reduce, stepsOf } from '../../widget/booking/state.js';
import type { Choice } from '../../widget/booking/visit.js';
import { totalOf } from '../../widget/booking/visit.js';
import { aCatalog, aChoice, aSlot } from './a-catalog.js';

const after = (choice: Choice, ...actions: Action[]): State =>
  actions.reduce((state, action) => reduce(choice, state, action), begin(choice));

const ana: Action[] = [
  { type: 'write', field: 'firstName', value: 'Ana' },
  { type: 'write', field: 'lastName', value: 'Ferreira' },
  { type: 'write', field: 'email', value: 'ana@example.com' },
  { type: 'details' },
];
const toReview: Action[] = [
  { type: 'service', id: 1 },
  { type: 'location', id: 1 },
  { type: 'provider', id: null },
  { type: 'slot', slot: aSlot() },
  ...ana,
];

describe('the steps of a booking', () => {
  it('ask for service, place, provider, time and details, then for a last look', () => {
    const choice = aChoice();
    const steps = toReview.map((_, index) => after(choice, ...toReview.slice(0, index + 1)).step);
    expect([begin(choice).step, ...new Set(steps)]).to.deep.equal([
      'service',
      'location',
      'provider',
      'time',
      'details',
      'review',
    ]);
  });

  it('leave out what is no choice: one location, one provider', () => {
    const state = after(aChoice(), { type: 'service', id: 3 });
    expect(state.step).to.equal('time');
    expect(state.visit).to.deep.include({ location: 2, provider: 3, providerDecided: true });
    expect(stepsOf(aChoice(), state.visit)).to.deep.equal(['service', 'time', 'details', 'review']);
  });

  it('leave out the services where there is but one', () => {
    const catalog = aCatalog();
    catalog.services = [catalog.services[3]!];
    expect(begin(aChoice({}, catalog)).step).to.equal('time');
  });

  it('skip what the page preselects, and let it be changed unless it is locked', () => {
    const open = begin(aChoice({ service: '1', location: '1', provider: '2' }));
    expect(open.step).to.equal('time');
    expect(stepsOf(aChoice({ service: '1', location: '1', provider: '2' }), open.visit)).to.include('service');
    const locked = aChoice({ service: '1', location: '1', provider: '2', lock: '' });
    expect(stepsOf(locked, begin(locked).visit)).to.deep.equal(['time', 'details', 'review']);
  });

  it('ask again where the page preselects what does not exist or does not fit (S46)', () => {
    expect(begin(aChoice({ service: '99', lock: '' })).step).to.equal('service');
    expect(begin(aChoice({ service: '3', provider: '1' })).visit.provider).to.equal(3);
  });

  it('keep everything typed on the way back and forth', () => {
    const state = after(
      aChoice(),
      ...toReview,
      { type: 'back' },
      { type: 'back' },
      { type: 'back' },
      { type: 'back' },
      { type: 'back' },
    );
    expect(state.step).to.equal('service');
    expect(state.contact).to.include({ firstName: 'Ana', email: 'ana@example.com' });
    expect(after(aChoice(), ...toReview, { type: 'go', step: 'service' }, { type: 'service', id: 1 }).step).to.equal(
      'review',
    );
  });

  it('ask for the details once more when they were changed and not sent on', () => {
    const changed: Action[] = [
      { type: 'go', step: 'details' },
      { type: 'write', field: 'phone', value: '1' },
    ];
    const elsewhere: Action[] = [
      { type: 'go', step: 'service' },
      { type: 'service', id: 1 },
    ];
    expect(after(aChoice(), ...toReview, ...changed, ...elsewhere).step).to.equal('details');
    expect(after(aChoice(), ...toReview, ...changed, { type: 'details' }, ...elsewhere).step).to.equal('review');
  });

  it('lead straight back to the review when another time is taken', () => {
    const taken: Action = { type: 'trouble', trouble: { kind: 'taken', alternatives: [] } };
    const other = aSlot({ start: '2026-12-01T12:00:00Z' });
    const state = after(aChoice(), ...toReview, taken, { type: 'slot', slot: other });
    expect(state).to.include({ step: 'review', trouble: null });
    expect(state.visit.slot?.start).to.equal('2026-12-01T12:00:00Z');
    expect(state.contact.lastName).to.equal('Ferreira');
  });

  it('ask for a new time when the service, the place, the provider or the persons change', () => {
    const choice = aChoice();
    for (const action of [
      { type: 'service', id: 2 },
      { type: 'location', id: 2 },
      { type: 'provider', id: 2 },
      { type: 'persons', count: 1 },
    ] as const) {
      expect(after(choice, ...toReview, action).visit.slot, action.type).to.equal(null);
    }
  });

  it('build a visit of up to six services, without the same one twice', () => {
    const add = (id: number): Action[] => [{ type: 'add' }, { type: 'service', id }];
    const state = after(aChoice(), { type: 'service', id: 1 }, ...add(2), ...add(1));
    expect(state.visit.services).to.deep.equal([2, 1]);
    expect(
      after(aChoice(), { type: 'service', id: 1 }, ...add(2), { type: 'drop', id: 1 }).visit.services,
    ).to.deep.equal([2]);
  });

  it('take as many persons as the smallest group holds', () => {
    const state = after(aChoice(), { type: 'service', id: 3 }, { type: 'persons', count: 9 });
    expect(state.visit.persons).to.equal(5);
    expect(reduce(aChoice(), state, { type: 'service', id: 1 }).visit.persons).to.equal(1);
  });

  it('take back the tick when the terms have changed', () => {
    const state = after(
      aChoice(),
      ...toReview,
      { type: 'accept', accepted: true },
      { type: 'trouble', trouble: { kind: 'terms' } },
    );
    expect(state.accepted).to.equal(false);
  });
});

describe('the price of a visit', () => {
  const visit = (actions: Action[]) => after(aChoice(), ...actions).visit;

  it("is the provider's own, and for any provider that of whoever gets the booking (S52)", () => {
    const any = visit(toReview);
    expect(totalOf(aCatalog(), any)).to.equal(5200);
    expect(totalOf(aCatalog(), { ...any, provider: 1 })).to.equal(4800);
  });

  it('follows the chain of providers, service by service', () => {
    const slot = aSlot({ providers: [], chain: [1, 2] });
    expect(totalOf(aCatalog(), { ...visit(toReview), services: [1, 2], slot })).to.equal(4800 + 9000);
  });

  it('counts every person', () => {
    expect(
      totalOf(
        aCatalog(),
        visit([
          { type: 'service', id: 3 },
          { type: 'persons', count: 3 },
        ]),
      ),
    ).to.equal(4800);
  });
});
