import type { Paper } from './shapes.js';

type Document = PDFKit.PDFDocument;

/*
 * The layout of an A4 page, in points: the parties and facts, a table that goes on over as many pages as it needs with its head on
 * each, the sums, notes. Sizes and greys are those of the page in the admin, made for paper.
 */

export const margin = 56;
const footRoom = 28;
const ink = '#191a1d';
const muted = '#5b5c63';
const line = '#d5d6da';
const gap = 12;

const left = margin;
const right = (document: Document): number => document.page.width - margin;
const bottom = (document: Document): number => document.page.height - margin - footRoom;

interface Look {
  size?: number;
  bold?: boolean;
  colour?: string;
  align?: 'left' | 'right';
}

/** Writes text into a box and answers where it ends. */
function write(document: Document, text: string, x: number, y: number, width: number, look: Look = {}): number {
  style(document, look).fillColor(look.colour ?? ink);
  // A word longer than the box would run out of it.
  document.text(text, x, y, { width, align: look.align ?? 'left', lineGap: 2 });
  return document.y;
}

const style = (document: Document, { size = 9.5, bold = false }: Look): Document =>
  document.font(bold ? 'bold' : 'regular').fontSize(size);

const heightOf = (document: Document, text: string, width: number, look: Look = {}): number =>
  style(document, look).heightOfString(text, { width, lineGap: 2 });

const rule = (document: Document, y: number, colour = line): void => {
  document.moveTo(left, y).lineTo(right(document), y).lineWidth(0.6).strokeColor(colour).stroke();
};

export function drawPaper(document: Document, paper: Paper): void {
  let y = drawHead(document, paper);
  y = drawParties(document, paper, y + 28);
  if (paper.stamp) y = write(document, paper.stamp, left, y + 20, right(document) - left, { bold: true });
  y = drawRows(document, paper, y + 24);
  y = drawTotals(document, paper, y + 10);
  for (const note of paper.notes) y = drawBlock(document, note, y + 16);
  if (paper.footer) drawBlock(document, paper.footer, y + 20, { size: 8.5, colour: muted });
}

/** Beneath the text of each page. */
export function drawRunningFoot(document: Document, text: string): void {
  const { page } = document;
  // Within the lower margin, where writing would begin another page.
  const kept = page.margins.bottom;
  page.margins.bottom = 0;
  write(document, text, left, page.height - margin - 4, right(document) - left, { size: 8, colour: muted });
  page.margins.bottom = kept;
}

function drawHead(document: Document, { title, seller }: Paper): number {
  const width = (right(document) - left - gap) / 2;
  const x = left + width + gap;
  const titleEnd = write(document, title, left, margin, width, { size: 20, bold: true });
  let y = write(document, seller.name, x, margin + 4, width, { size: 11, bold: true, align: 'right' });
  for (const each of seller.lines) y = write(document, each, x, y, width, { size: 8.5, colour: muted, align: 'right' });
  return Math.max(titleEnd, y);
}

function drawParties(document: Document, { recipient, facts }: Paper, top: number): number {
  const width = (right(document) - left - gap) / 2;
  let y = write(document, recipient.label, left, top, width, { size: 8.5, colour: muted });
  y = write(document, recipient.name, left, y + 2, width, { size: 11, bold: true });
  for (const each of recipient.lines) y = write(document, each, left, y, width);
  let other = top;
  const labels = left + width + gap;
  for (const { label, value } of facts) {
    const end = write(document, label, labels, other, 92, { size: 8.5, colour: muted });
    other = Math.max(end, write(document, value, labels + 96, other, width - 96, { align: 'right' })) + 3;
  }
  return Math.max(y, other);
}

/** Where each column of the table begins and how wide it is. */
function columnsOf(document: Document, { columns }: Paper) {
  const end = right(document);
  const amount = { x: end - 82, width: 82 };
  const tax = columns.tax === '' ? { x: amount.x, width: 0 } : { x: amount.x - 48, width: 44 };
  const unit = { x: tax.x - 88, width: 82 };
  const quantity = { x: unit.x - 52, width: 46 };
  return { description: { x: left, width: quantity.x - left - gap }, quantity, unit, tax, amount };
}

function drawTableHead(document: Document, paper: Paper, top: number): number {
  const at = columnsOf(document, paper);
  const { columns } = paper;
  const look = { size: 8.5, colour: muted };
  const ends = [write(document, columns.description, at.description.x, top, at.description.width, look)];
  for (const name of ['quantity', 'unit', 'tax', 'amount'] as const)
    if (columns[name])
      ends.push(write(document, columns[name], at[name].x, top, at[name].width, { ...look, align: 'right' }));
  const y = Math.max(...ends) + 5;
  rule(document, y, muted);
  return y + 7;
}

function drawRows(document: Document, paper: Paper, top: number): number {
  const at = columnsOf(document, paper);
  let y = drawTableHead(document, paper, top);
  for (const row of paper.rows) {
    const { width } = at.description;
    const height = row.details.reduce(
      (sum, each) => sum + heightOf(document, each, width, { size: 8.5 }) + 1,
      heightOf(document, row.description, width),
    );
    if (y + height > bottom(document)) y = drawTableHead(document, paper, nextPage(document));
    let end = write(document, row.description, at.description.x, y, width);
    for (const each of row.details)
      end = write(document, each, at.description.x, end + 1, width, { size: 8.5, colour: muted });
    for (const name of ['quantity', 'unit', 'tax', 'amount'] as const)
      if (row[name]) end = Math.max(end, write(document, row[name], at[name].x, y, at[name].width, { align: 'right' }));
    rule(document, end + 5);
    y = end + 11;
  }
  return y;
}

function drawTotals(document: Document, { totals }: Paper, top: number): number {
  const width = 260;
  const x = right(document) - width;
  const rows = totals.length * 18 + 10;
  // The sums stay together: a total at the head of a page says nothing of what.
  let y = top + rows > bottom(document) ? nextPage(document) : top;
  for (const { label, value, strong } of totals) {
    const look: Look = strong ? { size: 12, bold: true } : {};
    if (strong) {
      document
        .moveTo(x, y + 1)
        .lineTo(right(document), y + 1)
        .lineWidth(0.8)
        .strokeColor(ink)
        .stroke();
      y += 8;
    }
    const end = write(document, label, x, y, width - 110, strong ? look : { colour: muted });
    y = Math.max(end, write(document, value, right(document) - 106, y, 106, { ...look, align: 'right' })) + 3;
  }
  return y;
}

/** A paragraph, on the next page where it has no room; one longer than a page flows on. */
function drawBlock(document: Document, text: string, top: number, look: Look = {}): number {
  const width = right(document) - left;
  const height = heightOf(document, text, width, look);
  const fits = top + height <= bottom(document) || height > document.page.height - 2 * margin;
  return write(document, text, left, fits ? top : nextPage(document), width, look);
}

function nextPage(document: Document): number {
  document.addPage();
  return margin;
}
