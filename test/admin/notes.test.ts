import { expect } from 'chai';
import { canMove, moved, pinnedFirst } from '../../admin/customers/notes/note-order.js';
import { presetTime } from '../../admin/customers/notes/reminder-times.js';

const notes = [
  { id: 1, pinned: true },
  { id: 2, pinned: true },
  { id: 3, pinned: false },
  { id: 4, pinned: false },
];
const idsOf = (list: readonly { id: number }[]): number[] => list.map(({ id }) => id);

describe('notes put in order (A074)', () => {
  it('stand pinned ones first, otherwise as they were', () => {
    expect(idsOf(pinnedFirst([notes[3]!, notes[1]!, notes[2]!, notes[0]!]))).to.deep.equal([2, 1, 4, 3]);
  });

  for (const [from, to, wanted] of [
    [0, 1, [2, 1, 3, 4]],
    [3, 2, [1, 2, 4, 3]],
    [2, 2, [1, 2, 3, 4]],
    // Across the line between pinned and not they stop at it.
    [0, 3, [2, 1, 3, 4]],
    [3, 0, [1, 2, 4, 3]],
    [9, 0, [1, 2, 3, 4]],
  ] as const)
    it(`from place ${from} to place ${to} become ${wanted.join(', ')}`, () => {
      expect(idsOf(moved(notes, from, to))).to.deep.equal(wanted);
    });

  it('go no step past an end or past the line', () => {
    const steps = notes.map((_, at) => [canMove(notes, at, -1), canMove(notes, at, 1)]);
    expect(steps).to.deep.equal([
      [false, true],
      [true, false],
      [false, true],
      [true, false],
    ]);
  });
});

describe('“Remind me” (A075)', () => {
  it('means nine o’clock tomorrow, in a week, in a month; the last day of a month that is shorter', () => {
    expect(presetTime('tomorrow', '2026-12-31')).to.deep.equal({ day: '2027-01-01', time: '09:00' });
    expect(presetTime('week', '2026-11-24')).to.deep.equal({ day: '2026-12-01', time: '09:00' });
    expect(presetTime('month', '2027-01-31')).to.deep.equal({ day: '2027-02-28', time: '09:00' });
  });
});
