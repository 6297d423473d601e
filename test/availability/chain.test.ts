import { expect } from 'chai';
import fc from 'fast-check';
import { bestChain } from '../../server/availability/chain.js';
import type { Assignment, Candidate } from '../../server/availability/visit.js';
import { checkVisit } from '../../server/availability/visit.js';
import type { Scene } from './builders.js';
import { aBusy, aProvider, aService, at, performs, question, slotsOn } from './builders.js';

const tuesday = '2026-12-01';
const ten = at(`${tuesday}T10:00:00Z`);

/** Every assignment there is, tried one by one: what the search must agree with. */
function byTrying(
  candidates: readonly Candidate[],
  services: number,
  ask: (assignment: Assignment) => boolean,
): Assignment | null {
  let best: { changes: number; assignment: Assignment } | null = null;
  const all = (chain: Candidate[]): void => {
    if (chain.length < services) {
      for (const candidate of candidates) all([...chain, candidate]);
      return;
    }
    const changes = chain.filter((candidate, index) => index > 0 && candidate !== chain[index - 1]).length;
    if (changes > 0 && (!best || changes < best.changes) && ask(chain)) best = { changes, assignment: chain };
  };
  all([]);
  return (best as { assignment: Assignment } | null)?.assignment ?? null;
}

const changesOf = (assignment: Assignment): number =>
  assignment.filter((candidate, index) => index > 0 && candidate !== assignment[index - 1]).length;

describe('the best chain of providers', () => {
  const minutes = fc.constantFrom(15, 30, 60);
  const scene = fc
    .record({
      lengths: fc.array(minutes, { minLength: 2, maxLength: 4 }),
      buffers: fc.array(fc.constantFrom(0, 15, 45), { minLength: 4, maxLength: 4 }),
      offers: fc.array(fc.subarray([1, 2, 3, 4], { minLength: 1 }), { minLength: 2, maxLength: 3 }),
      busy: fc.array(fc.array(fc.integer({ min: 0, max: 15 }), { maxLength: 2 }), { minLength: 3, maxLength: 3 }),
    })
    .map(
      ({ lengths, buffers, offers, busy }): Scene => ({
        services: lengths.map((durationMinutes, index) =>
          aService({
            id: index + 1,
            durationMinutes,
            stepMinutes: 15,
            bufferBeforeMinutes: buffers[index],
            bufferAfterMinutes: buffers[index],
          }),
        ),
        providers: offers.map((ids, index) => aProvider({ id: index + 1, services: performs(...ids) })),
        taken: new Map(
          offers.map((_, index) => [
            index + 1,
            {
              busy: [...new Set(busy[index])]
                .sort((left, right) => left - right)
                .map((quarter) => {
                  const from = new Date(ten + quarter * 900_000).toISOString();
                  return aBusy(from, new Date(Date.parse(from) + 900_000).toISOString());
                }),
            },
          ]),
        ),
      }),
    );

  it('is found exactly where trying all of them finds one, with no more changes', () => {
    fc.assert(
      fc.property(scene, (one) => {
        const asked = question(one, ten, ten + 1);
        const answer = (assignment: Assignment): boolean => checkVisit(assignment, ten, 1, asked.limits).bookable;
        const alone = asked.candidates.some((candidate) =>
          answer(Array.from({ length: asked.services }, () => candidate)),
        );
        if (alone) return;
        const expected = byTrying(asked.candidates, asked.services, answer);
        const found = bestChain(asked.candidates, asked.services, ten, 1, asked.limits);
        expect(found === null).to.equal(expected === null);
        if (!found || !expected) return;
        expect(answer(found)).to.equal(true);
        expect(changesOf(found)).to.equal(changesOf(expected));
      }),
      { numRuns: 500 },
    );
  });

  it('is found among ten providers for six services of which each performs one, wherever they stand', () => {
    const services = [1, 2, 3, 4, 5, 6].map((id) => aService({ id, durationMinutes: 30 }));
    const idle = Array.from({ length: 10 }, (_, index) =>
      aProvider({ id: index + 1, services: performs((index % 6) + 1) }),
    );
    const [slot] = slotsOn({ services, providers: idle }, tuesday);
    expect(slot?.chain).to.deep.equal([1, 2, 3, 4, 5, 6]);
  });

  it('S64 looks at no start at all for more persons than anybody takes', () => {
    const services = [1, 2, 3, 4, 5, 6].map((id) => aService({ id, durationMinutes: 5, stepMinutes: 5 }));
    const providers = Array.from({ length: 10 }, (_, index) =>
      aProvider({ id: index + 1, services: performs(1, 2, 3, 4, 5, 6) }),
    );
    expect(slotsOn({ services, providers, persons: 2 }, tuesday, '2027-01-30')).to.deep.equal([]);
  });
});
