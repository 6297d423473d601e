import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import { drawPaper, drawRunningFoot, margin } from './pdf-layout.js';
import type { Paper } from './shapes.js';

/*
 * The fonts of DejaVu: Latin with every accent, Greek, Cyrillic, Hebrew and Arabic letters, so that a name prints as it is written.
 * (Chinese, Japanese and Korean are not in it, and would weigh megabytes.) Only the letters that are used go into the file.
 */
const resolve = createRequire(import.meta.url).resolve;
const fontFiles = { regular: 'DejaVuSans.ttf', bold: 'DejaVuSans-Bold.ttf' };
let fonts: Promise<Record<keyof typeof fontFiles, Buffer>> | null = null;

async function readFonts(): Promise<Record<keyof typeof fontFiles, Buffer>> {
  const [regular, bold] = await Promise.all(
    Object.values(fontFiles).map((name) => readFile(resolve(`dejavu-fonts-ttf/ttf/${name}`))),
  );
  return { regular: regular as Buffer, bold: bold as Buffer };
}

export interface PdfWish {
  paper: Paper;
  /** `INV-2026-0007`; what readers show as the title. */
  title: string;
  /** Epoch ms: the same invoice makes the same file, whenever it is made. */
  madeAt: number;
  /** `Page 1 of 2`. */
  pageWords(page: number, pages: number): string;
}

/** The paper as a PDF file. Letters are embedded, nothing in it runs or leads anywhere. */
export async function pdfOf({ paper, title, madeAt, pageWords }: PdfWish): Promise<Buffer> {
  fonts ??= readFonts();
  const { regular, bold } = await fonts;
  const document = new PDFDocument({
    size: 'A4',
    margin,
    bufferPages: true,
    lang: paper.language,
    displayTitle: true,
    pdfVersion: '1.7',
    // The types know names of files alone; bytes do as well, and are read once.
    font: regular as unknown as string,
    info: { Title: title, Author: paper.seller.name, Creator: 'Bookpane', CreationDate: new Date(madeAt) },
  });
  document.registerFont('regular', regular);
  document.registerFont('bold', bold);
  const chunks: Buffer[] = [];
  const ended = new Promise<void>((done, failed) => {
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.on('end', done);
    document.on('error', failed);
  });
  drawPaper(document, paper);
  const { count } = document.bufferedPageRange();
  for (let page = 0; page < count; page += 1) {
    document.switchToPage(page);
    drawRunningFoot(document, [title, count > 1 ? pageWords(page + 1, count) : ''].filter(Boolean).join('  ·  '));
  }
  document.end();
  await ended;
  return Buffer.concat(chunks);
}
