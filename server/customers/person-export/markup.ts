const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&#34;', "'": '&#39;' };

/** Text as it is, wherever in a page it stands (ATTACKS S42). Line ends stay line ends. */
export const text = (value: unknown): string =>
  String(value ?? '')
    .replace(/[&<>"']/g, (sign) => entities[sign] as string)
    .replaceAll('\n', '<br>');

/** Pairs of a name and what it is; a pair without content is left out. */
export const facts = (pairs: readonly (readonly [name: string, value: string | null])[]): string =>
  `<dl>${pairs
    .filter(([, value]) => value !== null && value !== '')
    .map(([name, value]) => `<dt>${text(name)}</dt><dd>${text(value)}</dd>`)
    .join('')}</dl>`;

/** A table whose rows come one by one, or a line that says there are none. `cells` are texts, escaped here. */
export async function* table<Row>(
  heads: readonly string[],
  rows: AsyncIterable<Row>,
  cells: (row: Row) => readonly unknown[],
  none: string,
): AsyncGenerator<string> {
  let isEmpty = true;
  for await (const row of rows) {
    if (isEmpty)
      yield `<table><thead><tr>${heads.map((head) => `<th scope="col">${text(head)}</th>`).join('')}</tr></thead><tbody>`;
    isEmpty = false;
    yield `<tr>${cells(row)
      .map((cell) => `<td>${text(cell)}</td>`)
      .join('')}</tr>\n`;
  }
  yield isEmpty ? `<p>${text(none)}</p>` : '</tbody></table>';
}

export const style = `
:root { color-scheme: light; }
body { font: 14px/1.5 system-ui, sans-serif; max-width: 960px; margin: 32px auto; padding: 0 16px; color: #191a1d; background: #fff; }
h1 { font-size: 24px; line-height: 1.3; margin: 0; }
h2 { font-size: 16px; margin: 32px 0 8px; border-bottom: 1px solid #e3e3e6; padding-bottom: 4px; }
.made { color: #5b5c63; margin: 4px 0 0; }
img { float: right; max-width: 128px; border-radius: 8px; margin: 0 0 16px 16px; }
dl { display: grid; grid-template-columns: minmax(120px, max-content) 1fr; gap: 4px 16px; margin: 0; }
dt { color: #5b5c63; }
dd { margin: 0; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { text-align: start; vertical-align: top; padding: 4px 12px 4px 0; border-bottom: 1px solid #e3e3e6; overflow-wrap: anywhere; }
ul { padding-left: 20px; margin: 0; }
small { color: #5b5c63; }
@media print { body { margin: 0; max-width: none; } tr, li { break-inside: avoid; } thead { display: table-header-group; } }
`;
