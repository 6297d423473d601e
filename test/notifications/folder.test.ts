import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import PostalMime from 'postal-mime';
import { calendarFile } from '../../server/notifications/calendar-file.js';
import { fileName, folderTransport } from '../../server/notifications/folder.js';
import type { Mail } from '../../server/notifications/transport.js';

const aMail = (fields: Partial<Mail> = {}): Mail => ({
  id: 1,
  createdAt: Date.parse('2026-11-21T21:30:00Z'),
  template: 'confirmation',
  messageId: '<message-1-abc@book.aurora.example>',
  from: { name: 'Salon Aurora', address: 'hello@aurora.example' },
  to: { name: 'Ana Sá', address: 'ana@example.com' },
  subject: 'Your appointment on Tuesday 24 November at 14:30',
  text: 'Hello Ana\n',
  html: '<p>Hello Ana</p>',
  calendar: {
    method: 'REQUEST',
    stream: calendarFile({
      method: 'REQUEST',
      host: 'book.aurora.example',
      now: 0,
      organizer: { name: 'Salon Aurora', address: 'hello@aurora.example' },
      events: [],
    }),
  },
  ...fields,
});

describe('mail kept in a folder', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'bookpane-mail-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('is one file that mail programs read and one that browsers read', async () => {
    const inner = join(folder, 'mail');
    const outcome = await folderTransport(inner).send(aMail());
    const name = '2026-11-21T21-30-00Z-0001-confirmation-ana@example.com';
    expect(outcome).to.deep.equal({ result: 'sent', answer: `kept as ${name}.eml` });
    expect((await readdir(inner)).sort()).to.deep.equal([`${name}.eml`, `${name}.html`]);
    expect(await readFile(join(inner, `${name}.html`), 'utf8')).to.equal('<p>Hello Ana</p>');
    const email = await PostalMime.parse(await readFile(join(inner, `${name}.eml`)));
    expect(email).to.deep.include({
      subject: 'Your appointment on Tuesday 24 November at 14:30',
      messageId: '<message-1-abc@book.aurora.example>',
      to: [{ name: 'Ana Sá', address: 'ana@example.com' }],
    });
    expect(email.text?.trim()).to.equal('Hello Ana');
    expect(email.attachments.map(({ mimeType }) => mimeType)).to.include('text/calendar');
  });

  it('is for the eyes of the server’s own user', async () => {
    const inner = join(folder, 'mail');
    await folderTransport(inner).send(aMail());
    expect((await stat(inner)).mode & 0o077).to.equal(0);
    for (const file of await readdir(inner)) expect((await stat(join(inner, file))).mode & 0o077).to.equal(0);
  });

  it('takes the place of its own file when it is tried again', async () => {
    const transport = folderTransport(folder);
    await transport.send(aMail());
    await transport.send(aMail());
    expect(await readdir(folder)).to.have.length(2);
  });

  it('waits when the folder can’t be written', async () => {
    const file = join(folder, 'no-folder');
    await writeFile(file, '');
    const outcome = await folderTransport(file).send(aMail());
    expect(outcome.result).to.equal('not reached');
  });

  for (const address of [
    '../../etc/passwd@x.example',
    'a/b\\c:d*?"<>|@x.example',
    '..@..',
    `${'a'.repeat(400)}@x.example`,
  ]) {
    it(`has a name of safe signs for ${address.slice(0, 40)} (S98)`, () => {
      const name = fileName(aMail({ to: { name: '', address }, template: '../x' }));
      expect(name).to.match(/^2026-11-21T21-30-00Z-0001-[A-Za-z0-9@._+-]+$/);
      expect(name).not.to.include('..');
      expect(name.length).to.be.below(200);
    });
  }
});
