import { Readable } from 'node:stream';
import { expect } from 'chai';
import { AppError } from '../../../server/lib/errors.js';
import { createPictureDesk } from '../../../server/lib/pictures/desk.js';

const encoded = { 512: Buffer.alloc(0), 128: Buffer.alloc(0) };
const file = (): Readable => Readable.from([Buffer.from('a')]);

describe('where pictures are handed in', () => {
  it('S97 S112 decodes one after the other, and asks those beyond eight to come again', async () => {
    let now = 0;
    let most = 0;
    const handIn = createPictureDesk(async () => {
      now += 1;
      most = Math.max(most, now);
      await new Promise((resolve) => setTimeout(resolve, 5));
      now -= 1;
      return encoded;
    });
    const outcomes = await Promise.allSettled(Array.from({ length: 12 }, () => handIn(file())));
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(most).to.equal(1);
    expect(refused).to.have.length(4);
    for (const { reason } of refused) expect([reason.code, reason.retryAfter]).to.deep.equal(['overloaded', 5]);
    await handIn(file());
  });

  it('gives a place free when a picture is refused and when an upload breaks off', async () => {
    const handIn = createPictureDesk(async () => {
      throw new AppError('invalid_request', 'no');
    });
    const broken = (): Readable =>
      new Readable({
        read() {
          this.destroy(new AppError('invalid_request', 'The upload broke off.'));
        },
      });
    for (let round = 0; round < 20; round += 1) {
      const outcome = await handIn(round % 2 === 0 ? file() : broken()).catch((error: AppError) => error.code);
      expect(outcome).to.equal('invalid_request');
    }
  });
});
