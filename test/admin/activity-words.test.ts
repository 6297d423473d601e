import { expect } from 'chai';
import { changeWords, sentenceOf } from '../../admin/customers/detail/activity-words.js';
import type { ActivityEntry } from '../../admin/customers/detail/detail-types.js';
import { de } from '../../admin/locales/de.js';
import { en } from '../../admin/locales/en.js';
import { createWords } from '../../widget/kit/words.js';

const words = createWords({ en, de }, 'en');
const german = createWords({ en, de }, 'de');

const entry = (action: string, more: Partial<ActivityEntry> = {}): ActivityEntry => ({
  key: 'audit:1',
  at: '2026-11-24T08:00:00Z',
  who: { kind: 'account', name: 'Ada' },
  action,
  facts: {},
  changes: [],
  booking: null,
  ...more,
});

describe('the activity in words (A090)', () => {
  it('says who did what, and why', () => {
    expect(sentenceOf(words, entry('customer.trashed'))).to.equal('Ada moved this customer to the trash');
    expect(
      sentenceOf(
        words,
        entry('booking.rejected', { booking: 'K7QD-3MXA', facts: { by: 'business', reason: 'Closed' } }),
      ),
    ).to.equal('Ada rejected booking K7QD-3MXA: Closed');
    expect(sentenceOf(german, entry('customer.note_added', { facts: { text: 'Mag Tee' } }))).to.equal(
      'Ada hat eine Notiz hinzugefügt: Mag Tee',
    );
    expect(sentenceOf(words, entry('customer.merged', { facts: { merge: 1, other: 1234 } }))).to.include('number 1234');
  });

  it('names the customer, the system, and whoever has left', () => {
    const by = (who: ActivityEntry['who']) =>
      sentenceOf(words, entry('booking.created', { who, booking: 'K7QD-3MXA' }));
    expect(by({ kind: 'customer', name: null })).to.equal('The customer made booking K7QD-3MXA');
    expect(by({ kind: 'system', name: null })).to.match(/^Bookpane made/);
    expect(by({ kind: 'account', name: null })).to.match(/^A former account made/);
    const newcomer = entry('customer.created', { who: { kind: 'customer', name: null }, facts: { source: 'booking' } });
    expect(sentenceOf(words, newcomer)).to.equal('Became a customer by booking');
  });

  it('falls back on a sentence for actions of a newer server', () => {
    expect(sentenceOf(words, entry('customer.teleported'))).to.equal('Ada did something else: customer.teleported');
    expect(sentenceOf(words, entry('constructor'))).to.equal('Ada did something else: constructor');
  });

  it('says what a field was and is, and of hidden or erased ones only that it changed', () => {
    const say = (field: string, from: string | boolean | null, to: string | boolean | null) =>
      changeWords(words, { field, from, to });
    expect(say('phone', '+351 1', '+351 2')).to.equal('Phone: +351 1 → +351 2');
    expect(say('occupation', null, 'Baker')).to.equal('Occupation: Baker');
    expect(say('email', 'a@example.com', null)).to.equal('E-mail: a@example.com was removed');
    expect(say('sensitive.ssn', null, null)).to.equal('Protected field SSN was changed');
    expect(say('newsletter', false, true)).to.equal('Newsletter: no → yes');
    expect(say('country', 'PT', 'BR')).to.equal('Country: Portugal → Brazil');
    expect(say('shoeSize', '41', '42')).to.equal('shoeSize: 41 → 42');
  });

  it('leaves braces and marks that people typed as they are (S42, S43)', () => {
    const typed = '{who} <b>{{7*7}}</b>';
    expect(sentenceOf(words, entry('customer.note_added', { facts: { text: typed } }))).to.equal(
      `Ada added a note: ${typed}`,
    );
    expect(changeWords(words, { field: 'note', from: null, to: typed })).to.equal(`Internal note: ${typed}`);
  });
});
