import { expect } from 'chai';
import { checkPassword } from '../../server/accounts/password-rules.js';
import { mayShareLogin, shortestLoginPassword } from '../../server/logins/login-rules.js';

describe('who may have a login', () => {
  it('is anybody while it serves nobody, and a family with one address after that (A097, S19)', () => {
    const login = { emailKey: 'family@example.com', customers: 0 };
    expect(mayShareLogin(login, null)).to.equal(true);
    expect(mayShareLogin(login, 'else@example.com')).to.equal(true);
    expect(mayShareLogin({ ...login, customers: 1 }, 'family@example.com')).to.equal(true);
    expect(mayShareLogin({ ...login, customers: 1 }, 'else@example.com')).to.equal(false);
    expect(mayShareLogin({ ...login, customers: 1 }, null)).to.equal(false);
  });

  it('needs a password of ten characters where staff need fifteen, and no common one (A028, S76, S78)', () => {
    const check = (password: string) => checkPassword(password, ['Mare', 'ana@example.com'], shortestLoginPassword);
    expect(check('otter padd')).to.deep.equal({ acceptable: true });
    expect(check('otter pad')).to.deep.equal({ acceptable: false, reason: 'too_short' });
    expect(check('password12')).to.deep.equal({ acceptable: false, reason: 'context' });
    expect(checkPassword('otter padd', [])).to.deep.equal({ acceptable: false, reason: 'too_short' });
  });
});
