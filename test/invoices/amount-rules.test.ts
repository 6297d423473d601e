import { expect } from 'chai';
import fc from 'fast-check';
import type { Amounts, Calculation, PricedLine } from '../../server/invoices/amount-rules.js';
import { calculate, divided, shareOut } from '../../server/invoices/amount-rules.js';

const line = (wish: Partial<PricedLine> = {}): PricedLine => ({
  ...{ quantity: 1, unitMinor: 1000, discount: null, taxBasisPoints: 2300, ...wish },
});
const ofLines = (lines: PricedLine[], wish: Partial<Calculation> = {}): Calculation => ({
  ...{ lines, discount: null, taxIncluded: true, rounding: 'half_up', ...wish },
});
function amountsOf(calculation: Calculation): Amounts {
  const found = calculate(calculation);
  if (!found.possible) throw new Error(found.reason);
  return found.amounts;
}
const short = ({ netMinor, taxMinor, totalMinor }: Amounts) => [netMinor, taxMinor, totalMinor];

describe('what an invoice comes to', () => {
  it('takes the tax out of prices that hold it, and puts it on top of others', () => {
    expect(short(amountsOf(ofLines([line({ unitMinor: 12_300 })])))).to.deep.equal([10_000, 2300, 12_300]);
    expect(short(amountsOf(ofLines([line({ unitMinor: 10_000 })], { taxIncluded: false })))).to.deep.equal([
      10_000, 2300, 12_300,
    ]);
  });

  it('rounds once for each rate, not line by line', () => {
    // Ten lines of 3 at 19 %: 0.57 each would be 1 each; together it is 5.7.
    const many = Array.from({ length: 10 }, () => line({ unitMinor: 3, taxBasisPoints: 1900 }));
    expect(amountsOf(ofLines(many, { taxIncluded: false })).taxes).to.deep.equal([
      { basisPoints: 1900, netMinor: 30, taxMinor: 6 },
    ]);
  });

  it('rounds a half up, or to the even neighbour, by rule', () => {
    // 10 % on 5 and on 15: half a unit, and one and a half.
    const tax = (unitMinor: number, rounding: Calculation['rounding']) =>
      amountsOf(ofLines([line({ unitMinor, taxBasisPoints: 1000 })], { taxIncluded: false, rounding })).taxMinor;
    expect([tax(5, 'half_up'), tax(15, 'half_up')]).to.deep.equal([1, 2]);
    expect([tax(5, 'half_even'), tax(15, 'half_even')]).to.deep.equal([0, 2]);
  });

  it('takes discounts off a line and off the whole, as amounts and in percent', () => {
    const found = amountsOf(
      ofLines([line({ quantity: 3, discount: { basisPoints: 1000 } }), line({ taxBasisPoints: 600 })], {
        discount: { minor: 370 },
      }),
    );
    expect(found.lines.map(({ fullMinor, amountMinor }) => [fullMinor, amountMinor])).to.deep.equal([
      [3000, 2700],
      [1000, 1000],
    ]);
    expect([found.subtotalMinor, found.discountMinor, found.totalMinor]).to.deep.equal([3700, 370, 3330]);
    // In proportion: 270 off the first rate, 100 off the second.
    expect(found.taxes.map(({ netMinor, taxMinor }) => netMinor + taxMinor)).to.deep.equal([2430, 900]);
  });

  it('refuses a discount above what it is taken off, and more than any bill comes to', () => {
    expect(calculate(ofLines([line(), line({ discount: { minor: 1001 } })]))).to.deep.equal({
      ...{ possible: false, reason: 'discount_too_large', line: 1 },
    });
    expect(calculate(ofLines([line()], { discount: { minor: 1001 } }))).to.include({ line: null });
    expect(calculate(ofLines([line({ quantity: 9999, unitMinor: 100_000_000_000 })]))).to.deep.equal({
      ...{ possible: false, reason: 'total_too_large' },
    });
  });

  const rate = fc.constantFrom(0, 600, 700, 1900, 2100, 2300, 10_000);
  const discountOf = (most: number) =>
    fc.option(
      fc.oneof(
        fc.record({ minor: fc.nat({ max: most }) }),
        fc.record({ basisPoints: fc.integer({ min: 0, max: 10_000 }) }),
      ),
    );
  const aLine: fc.Arbitrary<PricedLine> = fc
    .record({ quantity: fc.integer({ min: 1, max: 50 }), unitMinor: fc.nat({ max: 200_000 }), taxBasisPoints: rate })
    .chain((priced) =>
      discountOf(priced.quantity * priced.unitMinor).map((discount): PricedLine => ({ ...priced, discount })),
    );
  const calculations: fc.Arbitrary<Calculation> = fc
    .record({
      lines: fc.array(aLine, { maxLength: 12 }),
      taxIncluded: fc.boolean(),
      rounding: fc.constantFrom('half_up' as const, 'half_even' as const),
      percent: fc.integer({ min: 0, max: 10_000 }),
    })
    .map(({ percent, ...rest }) => ({ ...rest, discount: { basisPoints: percent } }));

  it('A123 I7 comes to the sum of its lines, whatever the lines, discounts and rates', () => {
    fc.assert(
      fc.property(calculations, (calculation) => {
        const { lines, subtotalMinor, discountMinor, netMinor, taxMinor, taxes, totalMinor } = amountsOf(calculation);
        const sum = (pick: (each: (typeof lines)[number]) => number) =>
          lines.reduce((total, each) => total + pick(each), 0);
        expect(sum((each) => each.netMinor + each.taxMinor)).to.equal(totalMinor);
        expect(sum((each) => each.amountMinor)).to.equal(subtotalMinor);
        expect(sum((each) => each.netMinor)).to.equal(netMinor);
        const onTop = calculation.taxIncluded ? 0 : taxMinor;
        expect(subtotalMinor - discountMinor + onTop).to.equal(totalMinor);
        expect(taxes.reduce((total, each) => total + each.taxMinor, 0)).to.equal(taxMinor);
        expect(taxes.reduce((total, each) => total + each.netMinor, 0)).to.equal(netMinor);
        expect(netMinor + taxMinor).to.equal(totalMinor);
      }),
    );
  });

  it('A123 is never negative, and never a fraction', () => {
    fc.assert(
      fc.property(calculations, (calculation) => {
        const { lines, taxes, ...whole } = amountsOf(calculation);
        const numbers = [...lines, ...taxes, whole].flatMap((each) => Object.values(each));
        for (const number of numbers) expect(Number.isSafeInteger(number) && number >= 0, `${number}`).to.equal(true);
      }),
    );
  });

  it('is at most half a unit away from the exact tax of each rate', () => {
    fc.assert(
      fc.property(calculations, (calculation) => {
        for (const { basisPoints, netMinor, taxMinor } of amountsOf(calculation).taxes) {
          const base = calculation.taxIncluded ? netMinor + taxMinor : netMinor;
          const exact = (base * basisPoints) / (calculation.taxIncluded ? 10_000 + basisPoints : 10_000);
          expect(Math.abs(taxMinor - exact)).to.be.at.most(0.5 + 1e-6);
        }
      }),
    );
  });

  it('shares out every unit, and to nobody more than their weight', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 1_000_000 }), { minLength: 1 }), fc.nat(), (weights, wish) => {
        const total = weights.reduce((all, each) => all + each, 0);
        const amount = total === 0 ? 0 : wish % (total + 1);
        const parts = shareOut(amount, weights);
        expect(parts.reduce((all, each) => all + each, 0)).to.equal(amount);
        for (const [at, part] of parts.entries()) expect(part).to.be.at.most(weights[at] as number);
      }),
    );
  });

  it('divides with halves to the even neighbour', () => {
    expect(divided(25n, 10n, 'half_even')).to.equal(2);
    expect(divided(35n, 10n, 'half_even')).to.equal(4);
  });
});
