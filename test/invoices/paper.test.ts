import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import PostalMime from 'postal-mime';
import { pdfOf } from '../../server/invoices/pdf.js';
import { drawPaper } from '../../server/invoices/pdf-layout.js';
import type { Paper } from '../../server/invoices/shapes.js';
import { eachDatabase } from '../support/databases.js';
import type { Till } from './a-till.js';
import { aTill } from './a-till.js';

/** Every text that is drawn on the pages, in order, and how many pages there are. */
function drawn(paper: Paper): { texts: string[]; pages: number } {
  const texts: string[] = [];
  let pages = 1;
  const page = { width: 595, height: 842, margins: { bottom: 0 } };
  const pen: object = new Proxy(
    { page, y: 0 },
    {
      get: (target: Record<string, unknown>, name: string) => {
        if (name in target) return target[name];
        return (...given: unknown[]) => {
          if (name === 'addPage') pages += 1;
          if (name === 'heightOfString') return 12;
          if (name !== 'text') return pen;
          texts.push(String(given[0]));
          target['y'] = Number(given[2]) + 12;
          return pen;
        };
      },
      set: (target, name, value) => Reflect.set(target, name, value),
    },
  );
  drawPaper(pen as PDFKit.PDFDocument, paper);
  return { texts, pages };
}

/** Every text of a paper, but for its language. */
const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return value === '' ? [] : [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(textsIn) : [];
};

eachDatabase('the paper of an invoice (A123)', (database) => {
  let till: Till;
  before(async () => {
    till = await aTill(database);
    await till.set({
      ...{
        invoiceTaxRates: [2300],
        invoiceSellerAddress: 'Rua Augusta 12\n1100-053 Lisboa',
        invoiceTaxId: 'PT501234567',
      },
      ...{ invoicePaymentText: 'IBAN PT50 0002 0123', invoiceFooter: 'Registered in Lisbon', name: 'Maré {{ name }}' },
    });
  });
  after(() => till.app.stop());

  it('says in the PDF what it says on the page: every word and figure, and nothing else', async () => {
    const { customer } = await till.book('2026-12-01T10:00:00Z', {
      contact: { firstName: 'Γιώργος', lastName: 'Żółć-Öztürk', email: 'g@example.com', phone: '+351 912 345 678' },
    });
    const { id } = await till.done('POST', '/invoices', { customer });
    const line = { description: 'Стрижка', quantity: 2, unitMinor: 3500, taxBasisPoints: 2300 };
    const lines = [
      { ...line, serviceDay: '2026-11-24', discount: { basisPoints: 1000 } },
      ...Array.from({ length: 60 }, (_, at) => ({ ...line, description: `Wash ${at}` })),
    ];
    const change = { lines, discount: { minor: 500 }, note: 'Thank you', language: 'de' };
    const { paper }: { paper: Paper } = await till.done('PATCH', `/invoices/${id}`, { version: 1, ...change });
    expect(paper.title).to.equal('Rechnung (Entwurf)');
    expect(paper.recipient.name).to.equal('Γιώργος Żółć-Öztürk');
    const { texts, pages } = drawn(paper);
    const { language: _, ...shown } = paper;
    // The head of the table stands on each page.
    const heads = textsIn(paper.columns);
    expect(pages).to.be.greaterThan(1);
    expect(texts.sort()).to.deep.equal(
      [...textsIn(shown), ...Array.from({ length: pages - 1 }, () => heads).flat()].sort(),
    );
  });

  it('is a PDF with the letters of the name in it, the same whenever it is made', async () => {
    const { id, number } = await till.issued('2026-12-01T11:00:00Z');
    const answer = await till.admin('GET', `/invoices/${id}/pdf`);
    expect(answer.headers.get('content-type')).to.equal('application/pdf');
    expect(answer.headers.get('content-disposition')).to.contain(`attachment; filename="${number}.pdf"`);
    expect(answer.headers.get('cache-control')).to.equal('no-store');
    const { paper } = await till.done('GET', `/invoices/${id}`);
    const wish = { paper, title: number, madeAt: 0, pageWords: () => '' };
    const [first, second] = [await pdfOf(wish), await pdfOf(wish)];
    expect(first.subarray(0, 5).toString()).to.equal('%PDF-');
    expect(first.toString('latin1'))
      .to.match(/\/FontFile[23]/)
      .and.not.match(/\/JavaScript|\/Launch|\/URI/);
    expect(first.equals(second)).to.equal(true);
    expect(first.length, 'only the letters that are used').to.be.lessThan(60_000);
  });

  it('is mailed with the PDF, in its own language, to the address on file or another', async () => {
    const { id, number } = await till.issued('2026-12-01T12:00:00Z');
    const sent = await till.done('POST', `/invoices/${id}/mail`, {});
    expect(sent.to).to.equal('ben@example.com');
    await till.app.context.notifications.relayOnce();
    const folder = join(database.folder, 'data', 'mail');
    const name = (await readdir(folder)).find((each) => /-invoice-ben@example\.com\.eml$/.test(each)) ?? '';
    const mail = await PostalMime.parse(await readFile(join(folder, name)));
    expect(mail.subject).to.equal(`Invoice ${number} from Maré  name`);
    expect(mail.text).to.contain('€35.00').and.contain('Hello Ben Miller').and.contain('8 December 2026');
    const [file] = mail.attachments;
    expect([file?.filename, file?.mimeType]).to.deep.equal([`${number}.pdf`, 'application/pdf']);
    expect(
      Buffer.from(file?.content as ArrayBuffer)
        .subarray(0, 5)
        .toString(),
    ).to.equal('%PDF-');
    expect((await till.done('POST', `/invoices/${id}/mail`, { to: 'books@example.com' })).to).to.equal(
      'books@example.com',
    );
    const draft = await till.done('POST', '/invoices', {
      customer: (await till.done('GET', `/invoices/${id}`)).customer.number,
    });
    expect((await till.admin('POST', `/invoices/${draft.id}/mail`, {})).status, 'no draft is sent').to.equal(409);
  });

  it('is printed in English where a language is none that there is', async () => {
    const { customer } = await till.book('2026-12-01T14:00:00Z');
    await database.db('customers').where({ id: customer }).update({ language: 'en-a1', country: 'GR' });
    const { id } = await till.done('POST', '/invoices', { customer });
    const { paper } = await till.done('GET', `/invoices/${id}`);
    expect([paper.language, paper.recipient.lines]).to.deep.equal(['en', ['Greece']]);
  });

  it('says that there is no address on file', async () => {
    const { id, customer } = await till.issued('2026-12-01T13:00:00Z');
    await database.db('customers').where({ id: customer.number }).update({ email: null });
    const answer = await till.admin('POST', `/invoices/${id}/mail`, {});
    expect([answer.status, answer.body.error.details.reason]).to.deep.equal([409, 'no_email']);
  });
});
