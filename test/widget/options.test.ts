import { expect } from 'chai';
import { readOptions, safeAddress } from '../../widget/booking/options.js';

const read = (attributes: Record<string, string>) => readOptions((name) => attributes[name] ?? null);

describe("the widget's options", () => {
  it('read what a page preselects', () => {
    const options = read({
      service: '3, 7',
      provider: '2',
      location: '1',
      lock: '',
      date: '2026-12-24',
      timezone: 'Atlantic/Azores',
      theme: 'dark',
      'prefill-first-name': 'Ana',
      'success-url': '/thanks?from=booking',
    });
    expect(options).to.deep.include({ services: [3, 7], provider: 2, location: 1, lock: true, date: '2026-12-24' });
    expect(options).to.deep.include({ timeZone: 'Atlantic/Azores', theme: 'dark', successUrl: '/thanks?from=booking' });
    expect(options.prefill.firstName).to.equal('Ana');
  });

  it('ignore what makes no sense, as if it were not there (S46, S65)', () => {
    const hostile = read({
      service: '0,-1,1e3,__proto__,99999999999999999999',
      provider: '2; drop table',
      date: '2026-02-30',
      timezone: '../../etc/localtime',
      theme: '<img src=x onerror=alert(1)>',
      lock: 'false',
      dir: 'sideways',
      label: '  ',
    });
    expect(hostile).to.deep.include({ services: [], provider: null, date: null, timeZone: null });
    expect(hostile).to.deep.include({ theme: null, lock: false, direction: null });
  });

  it('take at most six services, and cut prefilled texts to what a field holds', () => {
    const options = read({
      service: '1,2,3,4,5,6,7,8',
      'prefill-last-name': 'x'.repeat(5000),
      'prefill-email': 'a\r\nBcc: b',
    });
    expect(options.services).to.deep.equal([1, 2, 3, 4, 5, 6]);
    expect(options.prefill.lastName).to.have.length(100);
    expect(options.prefill.email).to.equal('a Bcc: b');
  });

  for (const address of [
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'data:text/html,x',
    '//evil.example',
    '/\\evil.example',
    'https:evil.example',
    'vbscript:x',
    'ftp://a.example',
    'http://a b',
  ]) {
    it(`never leave for ${JSON.stringify(address)} after a booking (S48, S106)`, () => {
      expect(safeAddress(address)).to.equal(null);
    });
  }

  for (const address of ['/thanks', '/', 'https://mare.example/thanks?a=1#b', 'http://localhost:3000/']) {
    it(`may leave for ${address}`, () => expect(safeAddress(address)).to.equal(address));
  }
});
