import { readFile } from 'node:fs/promises';
import { marked } from 'marked';

/*
 * A help page in Markdown comes into a script as `{ title, updated, related, html }`. Its head is between two lines of `---`:
 *
 *   title: Customers
 *   updated: 2026-11-22
 *   related: import, notes
 *
 * The HTML is made when the page is built, from our own text: nothing of a visitor's or a customer's ever is in it.
 */

const head = /^---\n([\s\S]*?)\n---\n/;

/** A help page from its Markdown. Throws when the head lacks something: a page without a date would not be believed. */
export function pageFromMarkdown(markdown, path) {
  const found = head.exec(markdown);
  const facts = Object.fromEntries(
    (found?.[1] ?? '').split('\n').map((line) => {
      const [, name = '', value = ''] = /^(\w+):\s*(.*)$/.exec(line) ?? [];
      return [name, value.trim()];
    }),
  );
  if (!facts.title || !/^\d{4}-\d{2}-\d{2}$/.test(facts.updated ?? ''))
    throw new Error(`${path} needs a head with a title and the date of its last change.`);
  return {
    title: facts.title,
    updated: facts.updated,
    related: (facts.related ?? '').split(',').flatMap((name) => name.trim() || []),
    html: marked.parse(markdown.slice(found[0].length), { async: false }).trim(),
  };
}

export const markdownAsPage = {
  name: 'markdown-as-page',
  setup(build) {
    build.onLoad({ filter: /\.md$/ }, async ({ path }) => ({
      contents: JSON.stringify(pageFromMarkdown(await readFile(path, 'utf8'), path)),
      loader: 'json',
    }));
  },
};
