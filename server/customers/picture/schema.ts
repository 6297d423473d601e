import { z } from 'zod';
import { endpoints } from '../../lib/endpoint.js';
import { idText } from '../../lib/fields.js';
import { largestPicture, pictureKey, pictureMedia } from '../../lib/pictures/upload.js';

const params = z.strictObject({ number: idText });

export const pictureEndpoints = endpoints({
  'PUT /customers/:number/picture': {
    who: 'customers.edit',
    summary: 'Give a customer a picture: the file as it is. It is decoded, cut to a square and encoded anew.',
    params,
    upload: { media: pictureMedia, maxBytes: largestPicture },
    answer: z.object({ picture: z.string() }),
    errors: ['not_found', 'conflict', 'unsupported_media_type', 'payload_too_large', 'overloaded'],
    limit: 'upload',
  },
  'DELETE /customers/:number/picture': {
    who: 'customers.edit',
    summary: "Remove a customer's picture.",
    params,
    answer: z.null(),
    status: 204,
    errors: ['not_found', 'conflict'],
    limit: 'write',
  },
  'GET /customers/:number/picture': {
    who: 'customers.view',
    summary: "A customer's picture.",
    params,
    query: z.strictObject({
      /** The picture's key, so that the address is another one for another picture, and can't be guessed (ATTACKS S07). */
      of: z.string().regex(pictureKey, 'must be the key of a picture'),
      /** The edge that it is shown with, in CSS pixels; what is sent has twice as many. */
      size: z.enum(['64', '256']).optional(),
    }),
    answer: z.string(),
    download: true,
    errors: ['not_found'],
    limit: 'read',
  },
});
