import { EventEmitter } from 'node:events';
import { mock } from 'node:test';
import { expect } from 'chai';
import type { Request, Response } from 'express';
import { sendEvents } from '../../server/http/event-stream.js';
import type { StreamReader } from '../../server/lib/endpoint.js';

/** A reader's end of a connection, as far as a stream uses it. */
function aResponse() {
  const written: string[] = [];
  const response = Object.assign(new EventEmitter(), {
    writableLength: 0,
    destroyed: false,
    writeHead() {},
    write: (text: string) => written.push(text),
    end() {
      response.destroyed = true;
      response.emit('close');
    },
    destroy() {
      response.end();
    },
  });
  return { response, written };
}

describe('server-sent events', () => {
  beforeEach(() => mock.timers.enable({ apis: ['setInterval'] }));
  afterEach(() => mock.timers.reset());

  async function aStream() {
    const { response, written } = aResponse();
    const state = { may: true, closed: 0, reader: null as StreamReader | null };
    const stream = {
      open(reader: StreamReader) {
        state.reader = reader;
        return () => {
          state.closed += 1;
        };
      },
    };
    sendEvents({ destroyed: false } as Request, response as unknown as Response, stream, async () => state.may);
    const beat = async () => {
      mock.timers.tick(15_000);
      await new Promise(setImmediate);
    };
    return { response, written, state, beat };
  }

  it('S80 end with the session: at the next sign of life after it is gone, or may no longer', async () => {
    const { response, written, state, beat } = await aStream();
    state.reader?.send('calendars', { providers: [1], catalog: false });
    await beat();
    expect(written).to.deep.equal([
      'event: calendars\ndata: {"providers":[1],"catalog":false}\n\n',
      ': still here\n\n',
    ]);
    expect([response.destroyed, state.closed]).to.deep.equal([false, 0]);
    state.may = false;
    await beat();
    expect([response.destroyed, state.closed]).to.deep.equal([true, 1]);
    // Nothing runs on for who is gone.
    await beat();
    expect(written).to.have.length(3);
  });

  it('S112 let go of who reads slower than is written', async () => {
    const { response, written, state } = await aStream();
    response.writableLength = 65 * 1024;
    state.reader?.send('calendars', {});
    expect([written.length, state.closed]).to.deep.equal([0, 1]);
  });
});
