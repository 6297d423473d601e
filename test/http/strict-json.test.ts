import { expect } from 'chai';
import { parseStrictJson } from '../../server/http/strict-json.js';
import { AppError } from '../../server/lib/errors.js';

describe('strict JSON (S108)', () => {
  const fine = [
    '{}',
    '[]',
    '{"a":{"a":1},"b":[{"a":1},{"a":2}]}',
    '{"a":"\\"a\\":1"}',
    '{ "a" : 1 , "b" : "}" }',
    '"x"',
    '{"a\\\\":1,"a":2}',
  ];
  for (const text of fine) {
    it(`takes ${text}`, () => expect(parseStrictJson(text)).to.deep.equal(JSON.parse(text)));
  }
  const refused = [
    '',
    '{',
    '{"a":1,"a":1}',
    '{"a":1,"\\u0061":2}',
    '{"x":{"a":1 , "a" :2}}',
    '[{"a":[],"a":{}}]',
    `${'['.repeat(33)}${']'.repeat(33)}`,
  ];
  for (const text of refused) {
    it(`refuses ${text.slice(0, 40) || 'nothing'}`, () => expect(() => parseStrictJson(text)).to.throw(AppError));
  }
});
