import { expect } from 'chai';
import { loggedPath } from '../../server/http/request-log.js';

describe('the log of requests', () => {
  it('S114 has no token that stands in an address', () => {
    const token = 'k'.repeat(43);
    expect(loggedPath(`/api/v1/unsubscribe/12.${token}`)).to.equal('/api/v1/unsubscribe/[redacted]');
    expect(loggedPath(`/api/v1/admin/customer-exports/${token}`)).to.equal('/api/v1/admin/customer-exports/[redacted]');
    expect(loggedPath('/api/v1/admin/customers/12/notes/3')).to.equal('/api/v1/admin/customers/12/notes/3');
    expect(loggedPath(`/links/${token}/api/v1/site`)).to.equal('/links/[redacted]/api/v1/site');
    expect(loggedPath('/api/v1/bookings/K7QD-3MXA')).to.equal('/api/v1/bookings/K7QD-3MXA');
  });
});
