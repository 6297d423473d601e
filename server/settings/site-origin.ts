import { z } from 'zod';

const wanted = 'must be the address of a site, such as https://www.example.com';

/**
 * The origin of a site (RFC 6454), as browsers send it: scheme, host and port alone. What people copy from their address bar is cut
 * to that; `null`, a star and other schemes than http are no sites (ATTACKS S84).
 */
export const siteOrigin = z
  .string()
  .trim()
  .max(300, 'must be at most 300 characters')
  .transform((text, context) => {
    const url = /^https?:\/\/[^\s*@\\]+$/i.test(text) && URL.canParse(text) ? new URL(text) : null;
    if (url?.hostname) return url.origin;
    context.addIssue({ code: 'custom', message: wanted });
    return z.NEVER;
  });
