import { escapeHtml } from './plain-html.js';

const webAddress = /https?:\/\/[^\s<>"']+/g;
/** What ends a sentence after an address and is no part of it. */
const afterAddress = new Set('.,;:!?)]}');

/** An address without what follows it. A loop and no expression, which would look again from each of many dots (ATTACKS S110). */
function addressIn(found: string): string {
  let end = found.length;
  while (afterAddress.has(found[end - 1] as string)) end -= 1;
  return found.slice(0, end);
}

/** Text that staff wrote as HTML: lines stay lines, web addresses become links. */
export function linkedHtml(text: string, colour: string): string {
  let html = '';
  let from = 0;
  for (const { 0: found, index } of text.matchAll(webAddress)) {
    const address = addressIn(found);
    html += lines(text.slice(from, index));
    html += `<a class="link" href="${escapeHtml(address)}" style="color:${colour};">${escapeHtml(address)}</a>`;
    from = index + address.length;
  }
  return html + lines(text.slice(from));
}

const lines = (text: string): string => escapeHtml(text).replaceAll('\n', '<br>\n');
