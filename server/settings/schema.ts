import { z } from 'zod';
import { endpoints } from '../lib/endpoint.js';

/** What a page needs to know about the business before it shows anything. */
export const site = z.object({
  name: z.string(),
  /** The language of the business; a visitor's own is used where Bookpane speaks it. */
  language: z.string(),
  currency: z.string(),
  /** First day of the week: 1 Monday … 7 Sunday. */
  weekStart: z.int(),
  /** The country a telephone number without a prefix belongs to. */
  country: z.string(),
  requirePhone: z.boolean(),
  termsVersion: z.string(),
  termsText: z.string(),
  /** True while the data are the demo's. */
  demo: z.boolean(),
});

export const siteEndpoints = endpoints({
  'GET /site': {
    who: 'anyone',
    summary: 'The business: its name, language, currency and terms.',
    answer: site,
    errors: [],
    limit: 'read',
  },
});
