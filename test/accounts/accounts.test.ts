import { expect } from 'chai';
import { createPasswords } from '../../server/accounts/passwords.js';
import { createAccounts } from '../../server/accounts/service.js';
import { recordAudit } from '../../server/audit/record.js';
import type { AppError } from '../../server/lib/errors.js';
import { sha256, systemRandom } from '../../server/lib/ids.js';
import { DAY, HOUR, MINUTE } from '../../server/lib/time-zone.js';
import { clockAt } from '../support/clock.js';
import { eachDatabase } from '../support/databases.js';
import { codeOf } from '../support/refusal.js';

const email = 'Marta@aurora.example';
const password = 'mellow otter paddles';

eachDatabase('staff accounts', (database) => {
  const clock = clockAt('2026-05-04T08:00:00Z');
  const passwords = createPasswords(2);
  const server = (db = database.db) =>
    createAccounts({
      db,
      clock,
      random: systemRandom,
      record: recordAudit,
      passwords,
      businessName: async () => 'Salon Aurora',
    });
  let accounts: ReturnType<typeof server>;
  let made: boolean[];

  before(async () => {
    accounts = server();
    // Two servers that start on the same empty database at the same moment.
    const servers = [accounts, server(database.dialect === 'mysql' ? database.connect() : database.db)];
    made = await Promise.all(servers.map((each) => each.ensureFirstAccount(email, password, 'Marta Silva')));
  });
  beforeEach(() => database.db('rate_limits').delete());

  it('begin with one owner, made once, also by servers that start together', async () => {
    expect(made.sort()).to.deep.equal([false, true]);
    expect(await accounts.ensureFirstAccount('other@aurora.example', password, 'Other')).to.equal(false);
    const rows = await database.db('accounts').select('email', 'role', 'password_hash');
    expect(rows.map((row) => [row.email, row.role])).to.deep.equal([[email, 'owner']]);
    expect(rows[0].password_hash).to.match(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(JSON.stringify(await database.db('audit')))
      .to.not.include('argon2id')
      .and.not.include(password);
  });

  it('sign in with an e-mail in any case, and get what their role may (A122)', async () => {
    const signedIn = await accounts.signIn(' mARTA@AURORA.example ', password);
    expect(signedIn.account).to.include({ name: 'Marta Silva', email, role: 'owner' });
    expect(signedIn.permissions).to.include.members(['appointments.view', 'customers.view', 'messages.view']);
    const actor = await accounts.actorOf(signedIn.token);
    expect(actor).to.include({ kind: 'account', name: 'Marta Silva' });
    const { token: _, ...shown } = signedIn;
    expect(await accounts.signedIn(actor!)).to.deep.equal(shown);
  });

  it('have sessions of 256 bits of which the database holds only a hash (S81)', async () => {
    const { token } = await accounts.signIn(email, password);
    expect(Buffer.from(token, 'base64url')).to.have.length(32);
    const row = await database.db('sessions').where({ token_hash: sha256(token) });
    expect(row).to.have.length(1);
    expect(JSON.stringify(await database.db('sessions'))).to.not.include(token);
    expect(await accounts.actorOf(sha256(token))).to.equal(null);
  });

  it('get one answer for an unknown e-mail, a wrong password and a disabled account (S69)', async () => {
    await database.db('accounts').insert({
      email: 'gone@aurora.example',
      email_folded: 'gone@aurora.example',
      name: 'Gone',
      role: 'manager',
      password_hash: await passwords.hash(password),
      status: 'disabled',
      created_at: 0,
    });
    const answer = (address: string, tried: string) =>
      accounts.signIn(address, tried).catch((error: AppError) => ({ ...error, message: error.message }));
    const unknown = await answer('nobody@aurora.example', password);
    expect(unknown).to.include({ code: 'wrong_credentials' });
    expect(await answer(email, 'mellow otter paddled')).to.deep.equal(unknown);
    expect(await answer('gone@aurora.example', password)).to.deep.equal(unknown);
    expect(await answer('no address at all', '')).to.deep.equal(unknown);
  });

  it('take as long to refuse an unknown e-mail as a known one (S69)', async function () {
    this.timeout(20_000);
    const times: Record<string, number[]> = { [email]: [], 'nobody@aurora.example': [] };
    for (let round = 0; round < 24; round += 1)
      for (const [address, list] of Object.entries(times)) {
        await database.db('rate_limits').delete();
        const from = performance.now();
        await codeOf(accounts.signIn(address, 'wrong'));
        list.push(performance.now() - from);
      }
    // The quick ones of each: the slow ones say what else the machine did.
    const [known, unknown] = Object.values(times).map((list) => list.sort((a, b) => a - b)[list.length / 4]!);
    // Hashing takes 20 ms and more; without the dummy the difference is all of it.
    expect(Math.abs(known! - unknown!)).to.be.below(Math.max(known!, unknown!) * 0.4);
  });

  it('never keep a session that the browser brought along, and end the one before (S73)', async () => {
    const first = await accounts.signIn(email, password);
    const second = await accounts.signIn(email, password, sha256(first.token));
    expect(second.token).to.not.equal(first.token);
    expect(await accounts.actorOf(first.token)).to.equal(null);
    expect(await accounts.actorOf(second.token)).to.not.equal(null);
  });

  it('are out at the server when they sign out, and other sessions stay (S80)', async () => {
    const one = await accounts.signIn(email, password);
    const other = await accounts.signIn(email, password);
    await accounts.signOut((await accounts.actorOf(one.token))!);
    expect(await accounts.actorOf(one.token)).to.equal(null);
    expect(await accounts.actorOf(other.token)).to.not.equal(null);
  });

  it('lose their rights with the next request when disabled or given another role (S15, S80)', async () => {
    const { token } = await accounts.signIn(email, password);
    await database.db('accounts').where({ email }).update({ role: 'provider' });
    expect([...(await accounts.actorOf(token))!.permissions]).to.have.members(['appointments.view', 'customers.view']);
    await database.db('accounts').where({ email }).update({ role: 'no such role' });
    expect((await accounts.actorOf(token))!.permissions.size).to.equal(0);
    await database.db('accounts').where({ email }).update({ role: 'owner', status: 'disabled' });
    expect(await accounts.actorOf(token)).to.equal(null);
    await database.db('accounts').where({ email }).update({ status: 'active' });
  });

  it('are signed out after 12 hours without a request, and after 14 days in any case', async () => {
    const idle = await accounts.signIn(email, password);
    clock.advance(12 * HOUR);
    expect(await accounts.actorOf(idle.token)).to.equal(null);
    const busy = await accounts.signIn(email, password);
    for (let hours = 11; hours < 14 * 24; hours += 11) {
      clock.advance(11 * HOUR);
      expect(await accounts.actorOf(busy.token), `after ${hours} hours`).to.not.equal(null);
    }
    clock.advance(11 * HOUR);
    expect(await accounts.actorOf(busy.token)).to.equal(null);
    await accounts.sweep();
    const left = await database.db('sessions').where('created_at', '<', clock.now() - 13 * DAY);
    expect(left).to.deep.equal([]);
  });

  it('stand ten wrong passwords in a quarter of an hour, over all servers, and no more (S74)', async () => {
    const other = server(database.dialect === 'mysql' ? database.connect() : database.db);
    for (let tried = 0; tried < 5; tried += 1) {
      expect(await codeOf(accounts.signIn(email, 'wrong'))).to.equal('wrong_credentials');
      expect(await codeOf(other.signIn(email, 'wrong'))).to.equal('wrong_credentials');
    }
    expect(await codeOf(accounts.signIn(email, password))).to.equal('too_many_requests');
    const refusal = await other.signIn(email, password).catch((error: AppError) => error);
    expect(refusal).to.include({ code: 'too_many_requests', retryAfter: 900 });
    clock.advance(15 * MINUTE);
    expect(await codeOf(accounts.signIn(email, password))).to.equal('accepted');
    expect(await codeOf(accounts.signIn(email, 'wrong'))).to.equal('wrong_credentials');
  });

  it('count unknown e-mails alike, and tries at once too (S69, S74)', async () => {
    const wide = createAccounts({
      db: database.db,
      clock,
      random: systemRandom,
      record: recordAudit,
      passwords: createPasswords(2, 100),
      businessName: async () => '',
    });
    const tries = Array.from({ length: 30 }, () => codeOf(wide.signIn('nobody@aurora.example', 'wrong')));
    const answers = await Promise.all(tries);
    expect(answers.filter((code) => code === 'wrong_credentials')).to.have.length(10);
    expect(answers.filter((code) => code === 'too_many_requests')).to.have.length(20);
  });

  it('get no session by a password that was changed while it was looked at (S15, S73)', async () => {
    const { id, password_hash } = await database.db('accounts').where({ role: 'owner' }).first('id', 'password_hash');
    for (const change of [{ password_hash: await passwords.hash('another otter paddles') }, { status: 'disabled' }]) {
      const slow = createAccounts({
        db: database.db,
        clock,
        random: systemRandom,
        record: recordAudit,
        passwords: {
          ...passwords,
          async verify(hash, tried) {
            const right = await passwords.verify(hash, tried);
            await database.db('accounts').where({ id }).update(change);
            await database.db('sessions').where({ account_id: id }).delete();
            return right;
          },
        },
        businessName: async () => '',
      });
      await database.db('rate_limits').delete();
      expect(await codeOf(slow.signIn(email, password))).to.equal('wrong_credentials');
      expect(await database.db('sessions').where({ account_id: id })).to.deep.equal([]);
      await database.db('accounts').where({ id }).update({ password_hash, status: 'active' });
    }
  });

  it('are refused a first password that a stranger would guess (S78)', async () => {
    await database.db('audit').delete();
    await database.db('sessions').delete();
    await database.db('accounts').delete();
    for (const bad of ['SalonAurora2026!', 'short', 'passwordpassword', 'marta@aurora.example'])
      expect(await codeOf(accounts.ensureFirstAccount(email, bad, 'Marta Silva'))).to.equal('invalid_request password');
    expect(await database.db('accounts')).to.deep.equal([]);
  });
});
