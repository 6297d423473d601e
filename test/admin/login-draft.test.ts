import { expect } from 'chai';
import { makePassword } from '../../admin/customers/login/generate-password.js';
import { faultsOf, noLogin, wishOf } from '../../admin/customers/login/login-draft.js';
import { checkPassword } from '../../server/accounts/password-rules.js';
import { systemRandom } from '../../server/lib/ids.js';

const fresh = { ...noLogin, kind: 'new' as const, password: 'otter paddles', passwordConfirmation: 'otter paddles' };

describe('the login that is typed for a customer (A028, A096, A097)', () => {
  it('is none unless somebody wants one', () => {
    expect(faultsOf(noLogin, '')).to.deep.equal({});
    expect(wishOf(noLogin, 'ana@example.com')).to.equal(null);
  });

  it('has the customer’s address until another one is typed', () => {
    const sent = { password: 'otter paddles', passwordConfirmation: 'otter paddles' };
    expect(wishOf(fresh, ' ana@example.com ')).to.deep.equal({ email: 'ana@example.com', ...sent });
    expect(wishOf({ ...fresh, email: 'bea@example.com' }, 'ana@example.com')).to.include({ email: 'bea@example.com' });
  });

  it('is looked at before it is sent: address, length, and that both passwords are the same', () => {
    expect(faultsOf(fresh, 'ana@example.com')).to.deep.equal({});
    expect(faultsOf(fresh, '')).to.deep.equal({ email: 'missing' });
    expect(faultsOf(fresh, 'ana@nowhere')).to.deep.equal({ email: 'email' });
    expect(faultsOf({ ...fresh, passwordConfirmation: 'otter paddle' }, 'a@example.com')).to.deep.equal({
      passwordConfirmation: 'differs',
    });
    expect(faultsOf({ ...fresh, password: '', passwordConfirmation: '' }, 'a@example.com')).to.deep.equal({
      password: 'missing',
    });
    expect(faultsOf({ ...fresh, password: 'short', passwordConfirmation: 'short' }, 'a@example.com')).to.deep.equal({
      password: 'too_short',
    });
  });

  it('may be one that is there, by its id', () => {
    expect(faultsOf({ ...noLogin, kind: 'existing' }, '')).to.deep.equal({ id: 'missing' });
    expect(wishOf({ ...noLogin, kind: 'existing', id: '7' }, 'ana@example.com')).to.deep.equal({ id: 7 });
  });

  it('may have a password that is made: readable, never the same, good enough for staff', () => {
    const made = Array.from({ length: 200 }, () => makePassword((count) => systemRandom.bytes(count)));
    expect(new Set(made).size).to.equal(200);
    for (const password of made) {
      expect(password).to.match(/^(?:[b-z][aeiou][b-z][aeiou]-){4}[2-9]{4}$/);
      expect(checkPassword(password, ['Maré', 'ana@example.com'])).to.deep.equal({ acceptable: true });
    }
  });
});
