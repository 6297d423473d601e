import { z } from 'zod';
import { endpoints } from '../../lib/endpoint.js';
import { idText } from '../../lib/fields.js';
import { largestPicture, pictureKey, pictureMedia } from '../../lib/pictures/upload.js';

const byId = z.strictObject({ id: idText });

export const pictureEndpoints = endpoints({
  'GET /pictures/:key': {
    who: 'anyone',
    summary: 'A picture of what can be booked.',
    params: z.strictObject({ key: z.string().regex(pictureKey, 'must be the key of a picture') }),
    /** The edge that it is shown with, in CSS pixels; what is sent has twice as many. */
    query: z.strictObject({ size: z.enum(['64', '256']).optional() }),
    answer: z.string(),
    download: true,
    errors: ['not_found'],
    limit: 'read',
  },
});

export const servicePictureEndpoints = endpoints({
  'PUT /services/:id/picture': {
    who: 'catalog.edit',
    summary: 'Give a service a picture: the file as it is. It is decoded, cut to a square and encoded anew.',
    params: byId,
    upload: { media: pictureMedia, maxBytes: largestPicture },
    answer: z.object({ picture: z.string() }),
    errors: ['not_found', 'unsupported_media_type', 'payload_too_large', 'overloaded'],
    limit: 'upload',
  },
  'DELETE /services/:id/picture': {
    who: 'catalog.edit',
    summary: 'Take the picture of a service away.',
    params: byId,
    answer: z.null(),
    status: 204,
    errors: ['not_found'],
    limit: 'write',
  },
});
