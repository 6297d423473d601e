/** A mail's HTML made fit for a frame under a strict policy, and the style sheets that belong to it. */
export interface MailSource {
  document: string;
  sheets: string[];
}

const tags = /<[a-z](?:"[^"]*"|'[^']*'|[^'">])*>/gi;
const styleElements = /<style\b[^>]*>([\s\S]*?)<\/style\s*>/gi;
const scriptElements = /<script\b[\s\S]*?<\/script\s*>/gi;

/**
 * Sets styles aside, so that a policy that refuses styles in the document has nothing to refuse: sheets apart, attributes as
 * `data-style`. Links open in a tab of their own. This is for looks alone; safe is the frame's sandbox, whatever is written here.
 */
export function mailSource(html: string): MailSource {
  const sheets: string[] = [];
  const document = html
    .replace(scriptElements, '')
    .replace(styleElements, (_, css: string) => {
      sheets.push(css);
      return '';
    })
    .replace(tags, (tag) => tag.replace(/\s(style|on\w+)(?=\s*=)/gi, ' data-$1'))
    .replace(/<head\b[^>]*>|$/i, (head) => `${head}<base target="_blank">`);
  return { document, sheets };
}
