import { expect } from 'chai';
import fc from 'fast-check';
import { slotsOf } from '../../../admin/customers/sensitive/shape.js';
import { allProfiles } from '../../../server/customers/nationality/profiles.js';
import { maskId } from '../../../server/customers/nationality/shape.js';

const fields = [...new Map(allProfiles().flatMap(({ fields }) => fields.map((field) => [field.name, field]))).values()];
const signs = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');

describe('masks and spellings, whatever is typed', () => {
  it('S115 never show more than the last four signs, nor more than half', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Z0-9 .-]{0,40}$/), (written) => {
        const shown = signs(maskId(written));
        expect(shown.length).to.be.at.most(Math.min(4, Math.floor(signs(written).length / 2)));
        expect(signs(written).endsWith(shown)).to.equal(true);
      }),
    );
  });

  for (const field of fields) {
    // Random digits pass no check digit, so a number that is right for its field is looked for among neighbours.
    const typed = fc
      .tuple(fc.constantFrom(field.hint, ...(field.shape ? [field.shape] : [])), fc.infiniteStream(fc.nat(9)))
      .map(([shape, digits]) => [...shape].map((sign) => (/[#\d*]/.test(sign) ? digits.next().value : sign)).join(''));

    it(`A022 S115 ${field.name}: a spelling that is kept stays itself, however it is written, and its mask hides it`, () => {
      fc.assert(
        fc.property(fc.oneof(typed, fc.constant(field.hint), fc.string({ unit: 'binary' })), (text) => {
          const checked = field.check(text);
          if (!checked.ok) return;
          expect(field.check(checked.value)).to.deep.equal(checked);
          expect(field.check(field.format(checked.value))).to.deep.equal(checked);
          expect(field.check(`  ${text.toLowerCase()} `).ok).to.equal(true);
          const shown = signs(field.mask(checked.value));
          expect(shown.length).to.be.at.most(Math.min(4, Math.floor(signs(checked.value).length / 2)));
          if (field.shape) expect(slotsOf(field.shape)).to.be.at.least(signs(checked.value).length);
        }),
        { numRuns: 300 },
      );
    });
  }
});
