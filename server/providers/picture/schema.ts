import { z } from 'zod';
import { endpoints } from '../../lib/endpoint.js';
import { idText } from '../../lib/fields.js';
import { largestPicture, pictureMedia } from '../../lib/pictures/upload.js';

const byId = z.strictObject({ id: idText });

export const providerPictureEndpoints = endpoints({
  'PUT /providers/:id/picture': {
    who: 'providers.edit',
    summary: 'Give a provider a picture: the file as it is. It is decoded, cut to a square and encoded anew.',
    params: byId,
    upload: { media: pictureMedia, maxBytes: largestPicture },
    answer: z.object({ picture: z.string() }),
    errors: ['not_found', 'unsupported_media_type', 'payload_too_large', 'overloaded'],
    limit: 'upload',
  },
  'DELETE /providers/:id/picture': {
    who: 'providers.edit',
    summary: 'Take the picture of a provider away.',
    params: byId,
    answer: z.null(),
    status: 204,
    errors: ['not_found'],
    limit: 'write',
  },
});
