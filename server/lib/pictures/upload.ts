/** What a camera or a scanner makes; beyond this, memory is better spent. */
export const largestPicture = 10 * 1024 * 1024;

/** What a browser may call a picture. It is not believed: what the file is, its bytes say (ATTACKS S96). */
export const pictureMedia = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/heic',
  'image/heif',
  'application/octet-stream',
] as const;

/** A picture's key: 128 random bits in hex. */
export const pictureKey = /^[0-9a-f]{32}$/;
