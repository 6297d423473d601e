import { expect } from 'chai';
import { endedCookie, readSessionCookie, sessionCookie } from '../../server/accounts/cookie.js';

const token = 'A'.repeat(43);

describe('the session cookie (S81)', () => {
  it('is bound to the host and hidden from scripts on https', () => {
    expect(sessionCookie(token, 60, true)).to.equal(
      `__Host-bookpane=${token}; Max-Age=60; Path=/; HttpOnly; SameSite=Strict; Secure`,
    );
  });

  it('has a name that browsers take on plain http', () => {
    expect(sessionCookie(token, 60, false)).to.equal(
      `bookpane=${token}; Max-Age=60; Path=/; HttpOnly; SameSite=Strict`,
    );
    expect(endedCookie(false)).to.equal('bookpane=; Max-Age=0; Path=/; HttpOnly; SameSite=Strict');
  });

  it('is read from among others, and only by its own name', () => {
    expect(readSessionCookie(`a=1; bookpane=${token}; b=2`, false)).to.equal(token);
    expect(readSessionCookie(`__Host-bookpane=${token}`, true)).to.equal(token);
    expect(readSessionCookie(`bookpane=${token}`, true)).to.equal('');
    expect(readSessionCookie(`xbookpane=${token}`, false)).to.equal('');
  });

  it('is nothing when it could be no token (S37)', () => {
    for (const header of [
      undefined,
      '',
      'bookpane',
      'bookpane=',
      'bookpane=abc',
      `bookpane=${token}x`,
      'bookpane[a]=1',
    ])
      expect(readSessionCookie(header, false)).to.equal('');
  });
});
