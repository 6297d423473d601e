import { expect } from 'chai';
import { sensitiveErrors } from '../../admin/customers/sensitive/errors.js';
import { fieldsOf } from '../../admin/customers/sensitive/profiles.js';
import { shaped, signsOf, slotsOf } from '../../admin/customers/sensitive/shape.js';
import { en } from '../../admin/locales/en.js';
import { ApiError } from '../../widget/kit/api.js';
import { createWords } from '../../widget/kit/words.js';

describe('sensitive fields in the form (A022, A023)', () => {
  it('are written as their country does when they are whole, and left alone before', () => {
    expect(shaped('###-##-####', '123456789')).to.equal('123-45-6789');
    expect(shaped('###-##-####', ' 123 45.6789 ')).to.equal('123-45-6789');
    expect(shaped('AA ## ## ## A', 'ab123456c')).to.equal('AB 12 34 56 C');
    for (const typed of ['', '12345', '1234567890', '12345678x']) expect(shaped('###-##-####', typed)).to.equal(typed);
    expect(shaped(null, 'x 1')).to.equal('x 1');
    expect([slotsOf('########-A'), signsOf('12.3-x').length]).to.deep.equal([9, 4]);
  });

  it('are those of the nationality, and the general ones for a country without its own', () => {
    const field = (name: string) => ({ name, label: name, required: false, hint: '', shape: null, searchable: true });
    const profiles = [
      { country: 'US', fields: [field('ssn')] },
      { country: null, fields: [field('passportOrId')] },
    ];
    expect(fieldsOf(profiles, 'US')[0]!.name).to.equal('ssn');
    expect(fieldsOf(profiles, 'SE')[0]!.name).to.equal('passportOrId');
    expect(fieldsOf(profiles, null)[0]!.name).to.equal('passportOrId');
  });

  it('say in words what was wrong with each, and nothing about other faults', () => {
    const words = createWords({ en }, 'en');
    const issues = [
      { field: 'sensitive.ssn', message: '…', reason: 'never_issued' },
      { field: 'sensitive.cpf', message: 'is missing' },
      { field: 'sensitive.rg', message: '…', reason: 'news to us' },
      { field: 'email', message: '…' },
    ];
    expect(sensitiveErrors(words, new ApiError('invalid_request', 422, 'sensitive.ssn', { issues }))).to.deep.equal({
      ssn: en['sensitive.wrong.neverIssued'],
      cpf: en['sensitive.wrong.required'],
      rg: en['sensitive.wrong.other'],
    });
    expect(sensitiveErrors(words, new ApiError('stale', 409))).to.deep.equal({});
    expect(sensitiveErrors(words, new TypeError())).to.deep.equal({});
  });
});
