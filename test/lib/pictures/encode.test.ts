import { expect } from 'chai';
import sharp from 'sharp';
import { AppError } from '../../../server/lib/errors.js';
import type { EncodedPicture } from '../../../server/lib/pictures/encode.js';
import { encodePicture } from '../../../server/lib/pictures/encode.js';
import { colourAt, heic, pngThatClaims, twoHalves } from '../../support/pictures.js';

const script = '<script>alert(document.domain)</script><?php system($_GET[0]); ?>';

const reasonOf = async (bytes: Buffer | string): Promise<string> => {
  const outcome = await encodePicture(Buffer.from(bytes as string)).catch((error: unknown) => error);
  if (!(outcome instanceof AppError)) return outcome instanceof Error ? `crashed: ${outcome}` : 'accepted';
  expect([outcome.code, outcome.field]).to.deep.equal(['invalid_request', 'picture']);
  return String(outcome.details?.['reason']);
};

describe('encoding a picture', () => {
  const isSquare = async (encoded: EncodedPicture): Promise<void> => {
    for (const edge of [512, 128] as const) {
      const { format, width, height, pages, exif, icc, xmp, iptc, comments } = await sharp(encoded[edge]).metadata();
      expect([format, width, height, pages ?? 1]).to.deep.equal(['webp', edge, edge, 1]);
      expect([exif, icc, xmp, iptc, comments], 'metadata').to.deep.equal([
        undefined,
        undefined,
        undefined,
        undefined,
        undefined,
      ]);
    }
  };

  it('A020 S96 makes squares of our own of JPEG, PNG and WebP, small and large, grey and see-through', async () => {
    await isSquare(await encodePicture(await twoHalves().jpeg().toBuffer()));
    await isSquare(await encodePicture(await twoHalves(3000, 200).png().toBuffer()));
    await isSquare(await encodePicture(await twoHalves(20, 20).webp().toBuffer()));
    await isSquare(await encodePicture(await twoHalves(1, 1).png().toBuffer()));
    await isSquare(await encodePicture(await twoHalves().greyscale().jpeg({ progressive: true }).toBuffer()));
    await isSquare(await encodePicture(await twoHalves().ensureAlpha(0.5).png({ palette: true }).toBuffer()));
  });

  it('S97 takes the colours of print (CMYK) for those of a screen', async () => {
    const encoded = await encodePicture(await twoHalves().toColourspace('cmyk').jpeg().toBuffer());
    await isSquare(encoded);
    expect((await sharp(encoded[512]).metadata()).space).to.equal('srgb');
  });

  it('S97 turns a picture upright by its EXIF, and keeps neither that nor the place where it was taken', async () => {
    const upside = await twoHalves()
      .withExif({
        IFD0: { Orientation: '3', Copyright: 'Ada' },
        IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '38/1 42/1 0/1' },
      })
      .jpeg()
      .toBuffer();
    const turned = await sharp(upside).withMetadata({ orientation: 3 }).jpeg().toBuffer();
    expect((await sharp(turned).metadata()).orientation).to.equal(3);
    const encoded = await encodePicture(turned);
    await isSquare(encoded);
    expect([await colourAt(encoded[512], 256, 40), await colourAt(encoded[512], 256, 470)]).to.deep.equal([
      'blue',
      'red',
    ]);
    expect(encoded[512].includes('GPS') || encoded[512].includes('Ada')).to.equal(false);
  });

  it('S97 takes the first picture of an animation', async () => {
    const frames = await sharp(
      [await twoHalves(80, 80).png().toBuffer(), await twoHalves(80, 80).negate().png().toBuffer()],
      { join: { animated: true } },
    )
      .webp({ loop: 0, delay: [100, 100] })
      .toBuffer();
    expect((await sharp(frames).metadata()).pages).to.equal(2);
    const encoded = await encodePicture(frames);
    await isSquare(encoded);
    expect(await colourAt(encoded[512], 256, 40)).to.equal('red');
  });

  it('S96 leaves nothing of a script that rides in a picture', async () => {
    const jpeg = await twoHalves().jpeg().toBuffer();
    const png = await twoHalves().png().toBuffer();
    const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, script.length + 2]), Buffer.from(script)]);
    const carriers = [
      Buffer.concat([jpeg.subarray(0, 2), comment, jpeg.subarray(2)]),
      Buffer.concat([jpeg, Buffer.from(script)]),
      Buffer.concat([png, Buffer.from(script)]),
      await twoHalves()
        .withExif({ IFD0: { Copyright: script } })
        .webp()
        .toBuffer(),
    ];
    for (const carrier of carriers) {
      expect(carrier.includes('<script>') || carrier.includes('script')).to.equal(true);
      const encoded = await encodePicture(carrier);
      await isSquare(encoded);
      expect(encoded[512].includes('script') || encoded[512].includes('php')).to.equal(false);
    }
  });

  it('S96 refuses what is no picture, whatever it begins like or calls itself', async () => {
    const gif = await twoHalves(20, 20).gif().toBuffer();
    expect(await reasonOf(gif)).to.equal('not_a_picture');
    expect(await reasonOf(`GIF89a/*${script}*/`)).to.equal('not_a_picture');
    for (const text of [
      script,
      `<!DOCTYPE html><html><body>${script}</body></html>`,
      `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>`,
      `<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>`,
      '%PDF-1.7\n1 0 obj',
      'BM\x36\0\0\0',
      'II*\0\x08\0\0\0',
      'PK\x03\x04',
      '\0',
    ])
      expect(await reasonOf(text), text.slice(0, 20)).to.equal('not_a_picture');
    expect(await reasonOf('')).to.equal('empty');
    expect(await reasonOf(heic()), 'kindly').to.equal('heic');
    for (const start of ['\xff\xd8\xff', '\x89PNG\r\n\x1a\n', 'RIFF\0\0\0\0WEBP'])
      expect(await reasonOf(Buffer.concat([Buffer.from(start, 'latin1'), Buffer.from(script)]))).to.equal('damaged');
  });

  it('S97 refuses a picture that breaks off, and one of noise', async () => {
    const jpeg = await twoHalves().jpeg().toBuffer();
    const png = await twoHalves().png().toBuffer();
    const webp = await twoHalves().webp().toBuffer();
    for (const whole of [jpeg, png, webp])
      expect(await reasonOf(whole.subarray(0, Math.floor(whole.length / 2)))).to.equal('damaged');
    const broken = Buffer.from(png);
    broken.fill(7, 60, 200);
    expect(await reasonOf(broken)).to.equal('damaged');
  });

  it('S97 refuses 50,000 × 50,000 pixels before it decodes one', async function () {
    this.timeout(5000);
    const before = process.memoryUsage().rss;
    expect(await reasonOf(pngThatClaims(50_000, 50_000))).to.equal('too_many_pixels');
    expect(await reasonOf(pngThatClaims(1, 1_000_000_00))).to.be.oneOf(['too_many_pixels', 'damaged']);
    expect(await reasonOf(pngThatClaims(8000, 5001))).to.equal('too_many_pixels');
    expect(process.memoryUsage().rss - before).to.be.below(100_000_000);
  });
});
