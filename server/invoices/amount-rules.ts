/*
 * What an invoice comes to. Amounts are whole minor units (cents), rates and percentages basis points (2300 is 23 %).
 *
 * The rule, in order: a line is quantity × unit price, less its own discount. The discount on the whole is shared out over the lines
 * in proportion, to the last minor unit. Tax is computed and rounded once for each rate, on the sum of that rate's lines (not line by
 * line, so that ten lines of 0.01 don't each round to nothing), and then shared out over those lines, so that net and tax of the lines
 * are those of the whole. Nothing is ever negative: a credit note is a paper of its own.
 */

export type Rounding = 'half_up' | 'half_even';

/** Taken off an amount: so much, or so many basis points of it. */
export type Discount = { minor: number } | { basisPoints: number };

export interface PricedLine {
  /** 1 or more, whole. */
  quantity: number;
  unitMinor: number;
  discount: Discount | null;
  taxBasisPoints: number;
}

export interface Calculation {
  lines: readonly PricedLine[];
  discount: Discount | null;
  /** Prices hold the tax; otherwise it comes on top of them. */
  taxIncluded: boolean;
  rounding: Rounding;
}

export interface LineAmounts {
  /** Quantity × unit price. */
  fullMinor: number;
  /** Less the line's own discount: what stands at its end. */
  amountMinor: number;
  /** Of what is left after the discount on the whole. */
  netMinor: number;
  taxMinor: number;
}

export interface TaxAmounts {
  basisPoints: number;
  netMinor: number;
  taxMinor: number;
}

export interface Amounts {
  lines: LineAmounts[];
  /** Sum of the lines' amounts. */
  subtotalMinor: number;
  /** What the discount on the whole takes off. */
  discountMinor: number;
  netMinor: number;
  /** One for each rate, the highest first. */
  taxes: TaxAmounts[];
  taxMinor: number;
  totalMinor: number;
}

export type Calculated =
  | { possible: true; amounts: Amounts }
  | { possible: false; reason: 'discount_too_large'; line: number | null }
  | { possible: false; reason: 'total_too_large' };

/** Far above any bill, and far below where whole numbers stop being exact. */
export const largestTotal = 10_000_000_000_000;

const whole = 10_000n;
const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

/** Everything that follows from the lines of an invoice, or why there is no such invoice. */
export function calculate({ lines, discount, taxIncluded, rounding }: Calculation): Calculated {
  const full = lines.map(({ quantity, unitMinor }) => BigInt(quantity) * BigInt(unitMinor));
  if (full.reduce((total, each) => total + each, 0n) > BigInt(largestTotal))
    return { possible: false, reason: 'total_too_large' };
  const amounts: number[] = [];
  for (const [at, line] of lines.entries()) {
    const off = takenOff(line.discount, Number(full[at]), rounding);
    if (off > Number(full[at])) return { possible: false, reason: 'discount_too_large', line: at };
    amounts.push(Number(full[at]) - off);
  }
  const subtotalMinor = sum(amounts);
  const discountMinor = takenOff(discount, subtotalMinor, rounding);
  if (discountMinor > subtotalMinor) return { possible: false, reason: 'discount_too_large', line: null };
  const shares = shareOut(discountMinor, amounts);
  const left = amounts.map((amount, at) => amount - (shares[at] ?? 0));

  const net = [...left];
  const tax = left.map(() => 0);
  const rates = [...new Set(lines.map((line) => line.taxBasisPoints))].sort((one, other) => other - one);
  const taxes = rates.map((basisPoints): TaxAmounts => {
    const places = lines.flatMap((line, at) => (line.taxBasisPoints === basisPoints ? [at] : []));
    const base = places.map((at) => left[at] ?? 0);
    const taxMinor = taxOn(sum(base), basisPoints, taxIncluded, rounding);
    for (const [index, share] of shareOut(taxMinor, base).entries()) {
      const at = places[index] as number;
      tax[at] = share;
      if (taxIncluded) net[at] = (left[at] ?? 0) - share;
    }
    return { basisPoints, netMinor: taxIncluded ? sum(base) - taxMinor : sum(base), taxMinor };
  });
  const netMinor = sum(net);
  const taxMinor = sum(tax);
  return {
    possible: true,
    amounts: {
      lines: lines.map((_, at) => ({
        fullMinor: Number(full[at]),
        amountMinor: amounts[at] ?? 0,
        netMinor: net[at] ?? 0,
        taxMinor: tax[at] ?? 0,
      })),
      ...{ subtotalMinor, discountMinor, netMinor, taxes, taxMinor, totalMinor: netMinor + taxMinor },
    },
  };
}

function takenOff(discount: Discount | null, of: number, rounding: Rounding): number {
  if (discount === null) return 0;
  if ('minor' in discount) return discount.minor;
  return divided(BigInt(of) * BigInt(discount.basisPoints), whole, rounding);
}

/** The tax on an amount: what is in it, or what comes on top. */
function taxOn(amount: number, basisPoints: number, included: boolean, rounding: Rounding): number {
  const rate = BigInt(basisPoints);
  return divided(BigInt(amount) * rate, included ? whole + rate : whole, rounding);
}

/** A quotient of what is not negative, rounded to a whole number. */
export function divided(dividend: bigint, divisor: bigint, rounding: Rounding): number {
  const quotient = dividend / divisor;
  const twice = (dividend % divisor) * 2n;
  const up = twice > divisor || (twice === divisor && (rounding === 'half_up' || quotient % 2n === 1n));
  return Number(up ? quotient + 1n : quotient);
}

/**
 * An amount in parts that are in proportion to the weights and sum up to it: each gets what is whole, and the units that are left go
 * to those that lost most by it, the first of equals first. With an amount no larger than the weights' sum, no part is larger than
 * its weight.
 */
export function shareOut(amount: number, weights: readonly number[]): number[] {
  const total = weights.reduce((all, each) => all + BigInt(each), 0n);
  if (total === 0n) return weights.map(() => 0);
  const parts = weights.map((weight, at) => {
    const exact = BigInt(amount) * BigInt(weight);
    return { at, part: exact / total, rest: exact % total };
  });
  let left = BigInt(amount) - parts.reduce((all, { part }) => all + part, 0n);
  const byLoss = [...parts].sort((one, other) =>
    one.rest === other.rest ? one.at - other.at : one.rest > other.rest ? -1 : 1,
  );
  for (const each of byLoss) {
    if (left === 0n) break;
    each.part += 1n;
    left -= 1n;
  }
  return parts.map(({ part }) => Number(part));
}
