import { expect } from 'chai';
import { checkSensitive, requiredMissing } from '../../../server/customers/sensitive/check.js';
import { moveSensitive } from '../../../server/customers/sensitive/move.js';
import { maskedOf, openSensitive, saveSensitive, storedFields } from '../../../server/customers/sensitive/store.js';
import { transact } from '../../../server/db/transact.js';
import { AppError } from '../../../server/lib/errors.js';
import { createFieldCipher } from '../../../server/lib/field-cipher.js';
import { systemRandom } from '../../../server/lib/ids.js';
import { eachDatabase } from '../../support/databases.js';
import { addCustomer } from './add-customer.js';
import { refusalOf } from './refusal-of.js';

eachDatabase('sensitive values (A022 to A024, S115)', (database) => {
  const deps = { cipher: createFieldCipher('a key for tests that is more than 32 characters', systemRandom) };
  const someone = () => addCustomer(database.db);
  const save = (id: number, nationality: string | null, values: Record<string, string | null>) =>
    transact(database.db, (tx) => saveSensitive(tx, deps, id, nationality, values, 1000));
  const shown = async (id: number, nationality: string | null) =>
    (await maskedOf(database.db, deps, id, nationality)).map(({ field, masked }) => [field, masked]);
  const opened = async (id: number) =>
    Object.fromEntries((await openSensitive(database.db, deps, id)).map(({ field, value }) => [field, value]));

  it('are kept encrypted, shown masked, and answer the names of what changed', async () => {
    const id = await someone();
    expect(await save(id, 'BR', { cpf: '529.982.247-25', mothersMaidenName: 'Conceição' })).to.deep.equal([
      'cpf',
      'mothersMaidenName',
    ]);
    expect(await shown(id, 'BR')).to.deep.equal([
      ['cpf', '•••.•••.•47-25'],
      ['mothersMaidenName', '••••••••'],
    ]);
    expect(await opened(id)).to.deep.equal({ cpf: '529.982.247-25', mothersMaidenName: 'Conceição' });
    const rows = await database.db('customer_sensitive').where({ customer_id: id }).orderBy('field');
    expect(rows[0].ciphertext).to.match(/^v1:/);
    expect(rows.map(({ country }) => country)).to.deep.equal(['BR', 'BR']);
    expect(rows[0].blind_index).to.have.length(43);
    expect(rows[1].blind_index, 'names are in no index').to.equal(null);
  });

  it('change by name alone: another spelling is no change, absent leaves, null and nothing clear', async () => {
    const id = await someone();
    await save(id, 'BR', { cpf: '529.982.247-25', rg: '12.345.678-9' });
    expect(await save(id, 'BR', { cpf: '52998224725' })).to.deep.equal([]);
    expect(await save(id, 'BR', { rg: null, mothersMaidenName: null })).to.deep.equal(['rg']);
    expect(await save(id, 'BR', { cpf: '123.456.789-09' })).to.deep.equal(['cpf']);
    expect(await opened(id)).to.deep.equal({ cpf: '123.456.789-09' });
    expect(await save(id, 'BR', { cpf: ' ' })).to.deep.equal(['cpf']);
    expect(await storedFields(database.db, id)).to.deep.equal([]);
  });

  it('two customers with the same number have different ciphertexts and the same index', async () => {
    const ids = [await someone(), await someone()];
    for (const id of ids) await save(id, 'US', { ssn: '123-45-6789' });
    const rows = await database.db('customer_sensitive').whereIn('customer_id', ids).select();
    expect(rows[0].ciphertext).to.not.equal(rows[1].ciphertext);
    expect(rows[0].blind_index).to.equal(rows[1].blind_index);
  });

  it('are refused by field, with the reason and without the value (A022, S114)', async () => {
    const id = await someone();
    const error = await refusalOf(
      save(id, 'US', { ssn: '123-45-000', mothersMaidenName: 'S1lva', cpf: '52998224725' }),
    );
    expect(error).to.be.instanceOf(AppError);
    const { code, field, details, message } = error as AppError;
    expect([code, field]).to.deep.equal(['invalid_request', 'sensitive.ssn']);
    expect(
      (details!['issues'] as { field: string; reason: string }[]).map((one) => [one.field, one.reason]),
    ).to.deep.equal([
      ['sensitive.ssn', 'length'],
      ['sensitive.mothersMaidenName', 'characters'],
      ['sensitive.cpf', 'unknown_field'],
    ]);
    expect(message + JSON.stringify(details)).to.not.match(/123-45-000|S1lva|52998224725/);
    expect(await storedFields(database.db, id), 'nothing of it is kept').to.deep.equal([]);
    expect(checkSensitive('US', { constructor: 'x', toString: 'y' }).problems).to.have.length(2);
  });

  it('of an earlier nationality stay, listed last, until they are cleared', async () => {
    const id = await someone();
    await save(id, 'US', { ssn: '123-45-6789' });
    await save(id, 'PT', { nif: '123456789' });
    expect(await shown(id, 'PT')).to.deep.equal([
      ['nif', '••• ••6 789'],
      ['ssn', '•••-••-6789'],
    ]);
    expect((await maskedOf(database.db, deps, id, 'PT'))[1]!.label).to.equal('Social Security number (SSN)');
    expect(await save(id, 'PT', { ssn: null })).to.deep.equal(['ssn']);
    expect(await shown(id, 'PT')).to.deep.equal([['nif', '••• ••6 789']]);
  });

  it('that the nationality calls for are missed when they are neither given nor kept (A023)', () => {
    expect(requiredMissing('US', {}, [])).to.deep.equal(['ssn']);
    expect(requiredMissing('US', { ssn: '123-45-6789' }, [])).to.deep.equal([]);
    expect(requiredMissing('US', {}, ['ssn'])).to.deep.equal([]);
    expect(requiredMissing('US', { ssn: null }, ['ssn'])).to.deep.equal(['ssn']);
    expect(requiredMissing('US', { ssn: '  ' }, ['ssn'])).to.deep.equal(['ssn']);
    expect(requiredMissing('US', {}, [], { ssn: false })).to.deep.equal([]);
    expect(requiredMissing('PT', {}, [], { nif: true })).to.deep.equal(['nif']);
    expect(requiredMissing(null, {}, [])).to.deep.equal([]);
  });

  it('that were moved to another row by hand open nowhere, and the record can still be seen', async () => {
    const [victim, thief] = [await someone(), await someone()];
    await save(victim, 'US', { ssn: '123-45-6789' });
    const row = await database.db('customer_sensitive').where({ customer_id: victim }).first();
    await database.db('customer_sensitive').insert({ ...row, customer_id: thief });
    expect(await shown(thief, 'US')).to.deep.equal([['ssn', '••••••••']]);
    await refusalOf(openSensitive(database.db, deps, thief));
    expect(await save(thief, 'US', { ssn: '899-99-0001' }), 'and can be put right').to.deep.equal(['ssn']);
  });

  it('move to another customer where that one has none, and back again', async () => {
    const [from, to] = [await someone(), await someone()];
    await save(from, 'BR', { cpf: '529.982.247-25', rg: '12.345.678-9' });
    await save(to, 'BR', { cpf: '123.456.789-09' });
    const move = (a: number, b: number, options = {}) =>
      transact(database.db, (tx) => moveSensitive(tx, deps, a, b, options));
    expect(await move(from, to)).to.deep.equal(['rg']);
    expect(await opened(to)).to.deep.equal({ cpf: '123.456.789-09', rg: '123456789' });
    expect(await opened(from)).to.deep.equal({ cpf: '529.982.247-25' });
    expect(await move(to, from, { only: ['rg'] })).to.deep.equal(['rg']);
    expect(await move(from, to, { only: ['cpf'], over: ['cpf'] })).to.deep.equal(['cpf']);
    expect([await opened(from), await opened(to)]).to.deep.equal([
      { cpf: '123.456.789-09', rg: '123456789' },
      { cpf: '529.982.247-25' },
    ]);
  });

  it('are gone with their customer', async () => {
    const id = await someone();
    await transact(database.db, (tx) => saveSensitive(tx, deps, id, 'US', { ssn: '123-45-6789' }, 1000));
    expect(await opened(id)).to.deep.equal({ ssn: '123-45-6789' });
    await database.db('customers').where({ id }).delete();
    expect(await opened(id)).to.deep.equal({});
  });
});
