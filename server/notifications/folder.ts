import { chmod, mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { formatInstant } from '../lib/time-zone.js';
import { mimeOf } from './mime.js';
import type { Mail, Transport } from './transport.js';

/**
 * Keeps mails as files where there is no SMTP server: each as `.eml`, which mail programs open, and its HTML beside it, which
 * browsers open. A mail that is tried again takes the place of its file.
 */
export function folderTransport(folder: string): Transport {
  const writer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  return {
    async send(mail) {
      try {
        // Mails hold personal data and manage links: for the server's own user alone.
        await mkdir(folder, { recursive: true, mode: 0o700 });
        const name = fileName(mail);
        const { message } = await writer.sendMail(mimeOf(mail));
        await writeWhole(join(folder, `${name}.html`), mail.html);
        await writeWhole(join(folder, `${name}.eml`), message as Buffer);
        return { result: 'sent', answer: `kept as ${name}.eml` };
      } catch (error) {
        return { result: 'not reached', answer: (error as Error).message };
      }
    },
    async close() {
      writer.close();
    },
  };
}

/** `2026-11-21T21-30-00Z-0001-confirmation-ana@example.com`: no sign that means anything to a file system (ATTACKS S98). */
export function fileName({ id, createdAt, template, to }: Mail): string {
  const time = formatInstant(createdAt).replaceAll(':', '-');
  const safe = (text: string) => text.replace(/[^A-Za-z0-9@._+-]/g, '_').replace(/\.{2,}/g, '_');
  return `${time}-${String(id).padStart(4, '0')}-${safe(template)}-${safe(to.address).slice(0, 100)}`;
}

async function writeWhole(path: string, content: string | Buffer): Promise<void> {
  const part = `${path}.part`;
  await writeFile(part, content, { mode: 0o600 });
  await chmod(part, 0o600);
  await rename(part, path);
}
