import { expect } from 'chai';
import { permissionsOf } from '../../server/accounts/roles.js';
import { permissions } from '../../server/lib/permissions.js';

describe('roles', () => {
  it('let an owner do everything', () => {
    expect([...permissionsOf('owner')]).to.have.members([...permissions]);
  });

  it('let a provider look at appointments and customers, and change nothing (S29)', () => {
    expect([...permissionsOf('provider')]).to.have.members(['appointments.view', 'customers.view']);
  });

  it('give nothing to a role that is not known, however it is called', () => {
    for (const role of ['', 'Administrator', 'constructor', '__proto__', 'toString'])
      expect(permissionsOf(role).size, role).to.equal(0);
  });
});
