import { expect } from 'chai';
import { rowsOf } from '../../../admin/why/refused-runs.js';

const at = (time: string): number => Date.parse(`2026-11-25T${time}:00Z`);

describe('“Why are there no times?”', () => {
  it('reads a day as stretches, times that can be booked one by one, and those in between left out', () => {
    const run = (first: string, last: string, count: number, reason: string | null) =>
      ({ first: `2026-11-25T${first}:00Z`, last: `2026-11-25T${last}:00Z`, count, reason }) as never;
    const starts = [
      run('00:00', '08:45', 36, 'closed'),
      run('09:00', '09:00', 1, null),
      run('09:15', '09:45', 3, 'off_grid'),
      run('10:00', '10:30', 3, null),
      run('10:45', '11:15', 3, 'busy'),
      run('11:20', '11:20', 1, 'off_grid'),
      run('11:30', '12:00', 3, 'busy'),
    ];
    expect(rowsOf({ starts } as never)).to.deep.equal({
      rows: [
        { from: at('00:00'), to: at('08:45'), reason: 'closed' },
        {
          free: [
            { from: at('09:00'), to: at('09:00') },
            { from: at('10:00'), to: at('10:30') },
          ],
        },
        { from: at('10:45'), to: at('12:00'), reason: 'busy' },
      ],
      count: 4,
      between: true,
    });
  });
});
