import { expect } from 'chai';
import { faultOf } from '../../widget/booking/contact.js';
import { createKeys, failureOf, requestOf } from '../../widget/booking/sending.js';
import { begin, reduce } from '../../widget/booking/state.js';
import type { Site } from '../../widget/booking/types.js';
import { ApiError } from '../../widget/kit/api.js';
import { cpuTimeOf } from '../support/cpu-time.js';
import { aChoice, aSlot } from './a-catalog.js';

const site = { termsVersion: '2026-01' } as Site;

function aRequest(note = '') {
  const choice = aChoice({ 'prefill-first-name': ' Ana ', 'prefill-note': note });
  let state = reduce(choice, begin(choice), { type: 'service', id: 4 });
  state = reduce(choice, state, { type: 'slot', slot: aSlot({ providers: [1] }) });
  return requestOf(choice, state, site, 'Europe/Berlin', 'de-AT');
}

describe('what the widget sends', () => {
  it('names services, start, place, provider, the price that was seen and the terms that were ticked', () => {
    expect(aRequest()).to.deep.include({
      services: [4],
      start: '2026-12-01T10:00:00Z',
      location: 1,
      provider: 1,
      persons: 1,
      quotedMinor: 2000,
      acceptedTerms: '2026-01',
      timezone: 'Europe/Berlin',
      language: 'de',
    });
    expect(aRequest().contact).to.deep.include({ firstName: 'Ana', phone: null });
  });

  it('says what else was asked, as far as there is something to say (A029)', () => {
    const choice = aChoice();
    let state = reduce(choice, begin(choice), { type: 'service', id: 4 });
    state = reduce(choice, state, { type: 'slot', slot: aSlot({ providers: [1] }) });
    state = reduce(choice, state, { type: 'write', field: 'birthDate', value: '1990-05-01' });
    state = reduce(choice, state, { type: 'write', field: 'city', value: undefined });
    const sent = () => JSON.parse(JSON.stringify(requestOf(choice, state, site, 'Europe/Berlin', 'de'))).contact;
    expect(sent()).to.include({ birthDate: '1990-05-01' }).and.not.to.have.property('city');
    state = reduce(choice, state, { type: 'write', field: 'newsletter', value: true });
    expect(sent()).to.include({ newsletter: true });
    // Consent is each booking's own.
    state = reduce(choice, state, { type: 'again' });
    expect(state.contact).to.include({ birthDate: '1990-05-01', newsletter: undefined });
  });

  it('keeps its idempotency key as long as the same is asked for, and takes a new one for anything else', () => {
    let count = 0;
    const keys = createKeys((bytes) => {
      count += 1;
      return bytes.fill(count);
    });
    const first = keys.keyFor(aRequest());
    expect(first).to.have.length.of.at.least(16);
    expect(keys.keyFor(aRequest())).to.equal(first);
    expect(keys.keyFor(aRequest('Please be kind'))).not.to.equal(first);
    keys.forget();
    expect(keys.keyFor(aRequest())).not.to.equal(first);
  });
});

describe('what a refused booking means', () => {
  const meaning = (code: string, status: number, field?: string, details = {}) =>
    failureOf(new ApiError(code, status, field, details), 4800);

  it('a slot taken: the nearest free times, six at most', () => {
    const alternatives = Array.from({ length: 9 }, () => aSlot());
    const action = meaning('slot_taken', 409, undefined, { alternatives });
    expect(action).to.have.nested.property('trouble.alternatives').with.length(6);
    expect(meaning('slot_taken', 409)).to.deep.nested.include({ 'trouble.alternatives': [] });
  });

  it('another price: the old and the new one', () => {
    expect(meaning('price_changed', 409, undefined, { totalMinor: 5200 })).to.deep.equal({
      type: 'trouble',
      trouble: { kind: 'price', before: 4800 },
      quotedMinor: 5200,
    });
  });

  it('a field that the server refuses: back to that field', () => {
    expect(meaning('invalid_request', 422, 'contact.email')).to.deep.equal({ type: 'refused', field: 'email' });
    expect(meaning('invalid_request', 422, 'contact.birthDate')).to.deep.equal({ type: 'refused', field: 'birthDate' });
    expect(meaning('invalid_request', 422, 'persons')).to.have.nested.property('trouble.kind', 'failed');
    expect(meaning('invalid_request', 422)).to.have.nested.property('trouble.kind', 'failed');
  });

  it('anything else, and no answer at all: try again', () => {
    for (const code of ['internal', 'offline', 'timeout', 'overloaded', 'made_up']) {
      expect(meaning(code, 0)).to.deep.equal({ type: 'trouble', trouble: { kind: 'failed', code } });
    }
  });
});

describe('what a visitor types', () => {
  const contact = { firstName: 'Ana', lastName: 'Ferreira', email: '', phone: '', note: '' };
  const cases = [
    ['', 'details.email.missing'],
    ['ana@', 'details.email.wrong'],
    ['ana@example', 'details.email.wrong'],
    ['a@b.c', 'details.email.wrong'],
    ['a@b.example, c@d.example', 'details.email.wrong'],
    ['ana@example.com', null],
    ['  ana+salon@mail.example.com ', null],
  ] as const;
  for (const [email, fault] of cases) {
    it(`${JSON.stringify(email)} as an e-mail address is ${fault ?? 'fine'}`, () => {
      expect(faultOf('email', { ...contact, email }, { requireEmail: true })).to.equal(fault);
    });
  }

  it('an e-mail address is needed only where the business wants it (A015)', () => {
    const none = { ...contact, email: '' };
    expect(faultOf('email', none, {})).to.equal(null);
    expect(faultOf('email', none, { requireEmail: true })).to.equal('details.email.missing');
    expect(faultOf('email', { ...contact, email: 'ana@' }, {})).to.equal('details.email.wrong');
  });

  it('a phone number is needed only where the business wants it', () => {
    expect(faultOf('phone', contact, {})).to.equal(null);
    expect(faultOf('phone', contact, { requirePhone: true })).to.equal('details.phone.missing');
    expect(faultOf('phone', { ...contact, phone: 'call me' }, {})).to.equal('details.phone.wrong');
    expect(faultOf('phone', { ...contact, phone: '+351 912 345 678' }, { requirePhone: true })).to.equal(null);
  });

  it('is judged in no time, however long (S110)', async () => {
    const email = `${'a'.repeat(30_000)}@${'b.'.repeat(15_000)}`;
    expect(await cpuTimeOf(() => faultOf('email', { ...contact, email }, {}))).to.be.below(100);
  });
});
