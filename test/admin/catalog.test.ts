import { expect } from 'chai';
import { movedBy, reordered, withOrder } from '../../admin/catalog/catalog-order.js';
import type { Service } from '../../admin/catalog/catalog-types.js';
import { colourNames, freeColour, palette } from '../../admin/catalog/colours.js';
import type { ServiceDraft } from '../../admin/catalog/service-draft.js';
import { bearingOf, changesOf, draftOf, faultsOf, leavingOf, performersOf } from '../../admin/catalog/service-draft.js';
import { durationText, parseDuration } from '../../admin/kit/duration-text.js';
import { minorOf, moneyText } from '../../admin/kit/money-text.js';

describe('money and time as they are typed', () => {
  for (const [text, currency, minor] of [
    ['48', 'EUR', 4800],
    ['48.5', 'EUR', 4850],
    ['48,50', 'EUR', 4850],
    ['€ 1.234,50', 'EUR', 123_450],
    ["1'234.50 CHF", 'CHF', 123_450],
    ['1,234', 'EUR', 123_400],
    ['4800', 'JPY', 4800],
    ['1.250', 'KWD', 1250],
    ['0', 'EUR', 0],
    ['48.505', 'EUR', 4_850_500],
    ['4,8', 'JPY', null],
    ['-5', 'EUR', null],
    ['', 'EUR', null],
    ['abc', 'EUR', null],
    ['1e9', 'EUR', null],
  ] as const)
    it(`reads “${text}” of ${currency} as ${minor}`, () => {
      expect(minorOf(text, currency)).to.equal(minor);
    });

  it('reads back what it wrote, in every kind of currency and language', () => {
    for (const language of ['en', 'de', 'fr', 'pt'])
      for (const currency of ['EUR', 'JPY', 'KWD'])
        for (const minor of [0, 5, 4850, 123_456])
          expect(minorOf(moneyText(language, minor, currency), currency), `${language} ${currency}`).to.equal(minor);
  });

  it('says minutes in the largest unit in which they are whole, and reads halves', () => {
    const units = ['minutes', 'hours', 'days'] as const;
    expect(durationText(45, units)).to.deep.equal({ amount: '45', unit: 'minutes' });
    expect(durationText(120, units)).to.deep.equal({ amount: '2', unit: 'hours' });
    expect(durationText(2880, units)).to.deep.equal({ amount: '2', unit: 'days' });
    expect(durationText(0, units)).to.deep.equal({ amount: '0', unit: 'minutes' });
    expect(parseDuration({ amount: '1,5', unit: 'hours' })).to.equal(90);
    for (const amount of ['', '-1', '0.5', 'x']) expect(parseDuration({ amount, unit: 'minutes' })).to.equal(null);
  });
});

describe('the order of the catalog', () => {
  it('puts a service among those that are shown, and leaves hidden ones behind what they stood behind', () => {
    // 2 and 4 are archived and not shown.
    const all = [1, 2, 3, 4, 5];
    expect(reordered(all, [1, 3, 5], 5, 0)).to.deep.equal([5, 1, 2, 3, 4]);
    expect(reordered(all, [1, 3, 5], 1, 1)).to.deep.equal([2, 3, 4, 1, 5]);
    expect(reordered(all, [1, 3, 5], 1, 2)).to.deep.equal([2, 3, 4, 5, 1]);
    expect(reordered(all, [1, 3, 5], 9, 1)).to.deep.equal([1, 2, 9, 3, 4, 5]);
    expect(reordered([], [], 9, 0)).to.deep.equal([9]);
  });

  it('takes a service from another category along', () => {
    const services = [
      { id: 1, categoryId: 1 },
      { id: 2, categoryId: 1 },
      { id: 3, categoryId: 2 },
    ];
    expect(withOrder(services, 2, [1, 3])).to.deep.equal([
      { id: 2, categoryId: 1 },
      { id: 1, categoryId: 2 },
      { id: 3, categoryId: 2 },
    ]);
    expect(movedBy(services, 0, 2)).to.deep.equal([2, 3, 1]);
  });
});

describe('the form of a service', () => {
  const haircut: Service = {
    ...{ id: 7, categoryId: 1, name: 'Haircut', description: '', durationMinutes: 45, stepMinutes: 15 },
    ...{ priceMinor: 4200, currency: 'EUR', bufferBeforeMinutes: 0, bufferAfterMinutes: 10, capacity: 1 },
    ...{ leadMinutes: 60, horizonDays: 90, cancelNoticeMinutes: 1440, rescheduleNoticeMinutes: 1440 },
    ...{ colour: '#17636b', picture: null, needsApproval: false, position: 3 },
    visibility: 'visible',
    status: 'active',
  };
  const ada = { providerId: 1, priceMinor: 5000, durationMinutes: 60 };
  const bea = { providerId: 2, priceMinor: null, durationMinutes: null };
  const draft = (some: Partial<ServiceDraft> = {}) => ({ ...draftOf('en', haircut, [ada, bea]), ...some });

  it('sends only what differs, and nothing of an untouched form', () => {
    expect(changesOf(haircut, draft())).to.deep.equal({});
    expect(performersOf(draft(), 'EUR')).to.deep.equal([ada, bea]);
    const changed = draft({ price: '43', duration: { amount: '1', unit: 'hours' }, isPrivate: true });
    expect(changesOf(haircut, changed)).to.deep.equal({
      priceMinor: 4300,
      durationMinutes: 60,
      visibility: 'private',
    });
  });

  it('names what can’t be kept, in the order of the form', () => {
    expect(faultsOf(draft(), 'EUR')).to.deep.equal([]);
    const wrong = draft({
      ...{ name: ' ', price: 'much', capacity: '0', lead: { amount: '366', unit: 'days' } },
      performers: { 1: { price: 'x', duration: '3' } },
    });
    expect(faultsOf(wrong, 'EUR')).to.deep.equal([
      ...['name', 'priceMinor', 'capacity', 'leadMinutes', 'performers.1.price', 'performers.1.duration'],
    ]);
  });

  it('tells changes that booked appointments are kept from, those that hold for them too, and who leaves', () => {
    expect(bearingOf(changesOf(haircut, draft({ name: 'Cut', horizon: '30' })))).to.deep.equal({
      frozen: false,
      live: false,
    });
    expect(bearingOf(changesOf(haircut, draft({ price: '1' })))).to.deep.equal({ frozen: true, live: false });
    const notice = draft({ cancelNotice: { amount: '2', unit: 'days' } });
    expect(bearingOf(changesOf(haircut, notice))).to.deep.equal({ frozen: false, live: true });
    expect(leavingOf([ada, bea], draft({ performers: { 2: { price: '', duration: '' } } }))).to.deep.equal([1]);
  });

  it('offers colours beneath which white words can be read: 4.5:1 (WCAG 1.4.3)', () => {
    const part = (hex: string) => {
      const value = Number.parseInt(hex, 16) / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    };
    for (const name of colourNames) {
      const [, red, green, blue] = /^#(..)(..)(..)$/.exec(palette[name])!;
      const light = 0.2126 * part(red!) + 0.7152 * part(green!) + 0.0722 * part(blue!);
      expect(1.05 / (light + 0.05), name).to.be.at.least(4.5);
    }
    expect(freeColour([palette.slate])).to.equal(palette.red);
  });
});
