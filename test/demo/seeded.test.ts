import { expect } from 'chai';
import { seeded } from '../../server/demo/seeded.js';

describe('seeded chance', () => {
  it('repeats itself for a seed and differs between seeds', () => {
    const draw = (seed: string) => Array.from({ length: 50 }, seeded(seed).fraction);
    expect(draw('a')).to.deep.equal(draw('a'));
    expect(draw('a')).not.to.deep.equal(draw('b'));
  });

  it('draws whole numbers from both ends and nothing beyond', () => {
    const { whole } = seeded('ends');
    expect([...new Set(Array.from({ length: 200 }, () => whole(3, 5)))].sort()).to.deep.equal([3, 4, 5]);
  });

  it('draws by weight, and nothing where nothing weighs anything', () => {
    const { weighted } = seeded('weights');
    const drawn = Array.from({ length: 400 }, () =>
      weighted(['never', 'seldom', 'often'], (item) => ({ never: 0, seldom: 1, often: 3 })[item] ?? 0),
    );
    expect(drawn).not.to.include('never');
    expect(drawn.filter((item) => item === 'seldom').length).to.be.within(60, 140);
    expect(weighted(['a', 'b'], () => 0)).to.equal(null);
    expect(weighted([], () => 1)).to.equal(null);
  });

  it('shuffles without losing anybody', () => {
    const cast = ['Ada', 'Ben', 'Cem', 'Dora', 'Eli'];
    const shuffled = seeded('cast').shuffled(cast);
    expect(shuffled).to.have.members(cast);
    expect(shuffled).not.to.deep.equal(cast);
  });
});
