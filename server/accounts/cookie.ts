/*
 * The session cookie. `__Host-` binds it to this very host and to https (ATTACKS S81); a browser refuses that name without
 * Secure, so a server on plain http (a developer's, or one behind nothing) uses a plain name.
 */

export const cookieName = (secure: boolean): string => (secure ? '__Host-bookpane' : 'bookpane');

/**
 * The Set-Cookie value that hands a browser its session for `seconds`. Strict: pages of the admin are served to anybody and ask
 * for data by fetch from their own site, so links from mails work all the same.
 */
export const sessionCookie = (token: string, seconds: number, secure: boolean): string =>
  `${cookieName(secure)}=${token}; Max-Age=${seconds}; Path=/; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}`;

/** The Set-Cookie value that takes it back. */
export const endedCookie = (secure: boolean): string => sessionCookie('', 0, secure);

/** The session token in a Cookie header; '' when there is none that could be one. */
export function readSessionCookie(header: string | undefined, secure: boolean): string {
  const wanted = `${cookieName(secure)}=`;
  for (const pair of (header ?? '').split(';')) {
    const text = pair.trim();
    if (text.startsWith(wanted)) {
      const token = text.slice(wanted.length);
      return /^[A-Za-z0-9_-]{43}$/.test(token) ? token : '';
    }
  }
  return '';
}
