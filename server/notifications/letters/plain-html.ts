const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&#34;', "'": '&#39;' };

export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign]!);

/** Text in which a mail program may see an address and make a link of it. */
const addressLike = /[\p{L}\d-][.@][\p{L}-]{2,}|:\/\//u;

/**
 * Text as HTML that reads exactly so. Mail programs make links of what looks like an address, and a name is no place to send
 * people from (ATTACKS S49): empty break opportunities keep such text from being one word, unseen.
 */
export const literalHtml = (text: string): string =>
  addressLike.test(text)
    ? text
        .split(/(?<=[.@/:])(?=\S)/)
        .map(escapeHtml)
        .join('<wbr>')
    : escapeHtml(text);
