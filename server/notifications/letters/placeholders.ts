import { Liquid, TokenKind } from 'liquidjs';

/** What staff may write between `{{ }}`: plain facts and nothing that is to be computed or kept from others (ATTACKS S39, S115). */
export const placeholderNames = ['first_name', 'last_name', 'name', 'business'] as const;
export type PlaceholderName = (typeof placeholderNames)[number];

/** A text in pieces: what was written, and where a fact of the recipient goes. */
export type Piece = { text: string } | { placeholder: PlaceholderName };

/** Why a text can't be used: it names something that is no placeholder, or its braces don't fit together. */
export class NotAPlaceholder extends Error {
  /** `named` is what stood between the braces, cut short; '' when the braces don't fit. */
  constructor(readonly named: string) {
    super(named === '' ? 'The braces of the text do not fit together.' : `There is no placeholder {{ ${named} }}.`);
  }
}

// The language of our letters, without all that it can do: no tags, no filters, no values of its own.
const liquid = new Liquid({ ownPropertyOnly: true, strictFilters: true });
for (const tag of Object.keys(liquid.tags)) delete liquid.tags[tag];
for (const filter of Object.keys(liquid.filters)) delete liquid.filters[filter];

const isKnown = (name: string): name is PlaceholderName => (placeholderNames as readonly string[]).includes(name);

/** What stands between the first braces that fit. Nothing in it can begin anew inside itself: it takes one walk (ATTACKS S110). */
const betweenBraces = /\{[{%]([^{}%]{1,80}?)-?[%}]\}/;

/** What liquidjs makes of a piece, of which it exports no types: text has `getContent`, what stands between braces `content`. */
interface Token {
  kind: TokenKind;
  content?: string;
  getContent?(): string;
}

/** Takes a text of staff apart. Throws NotAPlaceholder. Nothing that a customer typed ever comes here. */
export function parsePlaceholders(text: string): Piece[] {
  return parse(text).map(({ token }) => {
    const { kind, content = '', getContent } = token as unknown as Token;
    if (kind === TokenKind.HTML && getContent) return { text: getContent.call(token) };
    const named = content.trim();
    if (kind !== TokenKind.Output || !isKnown(named)) throw new NotAPlaceholder(named.slice(0, 60));
    return { placeholder: named };
  });
}

function parse(text: string) {
  try {
    return liquid.parse(text);
  } catch {
    throw new NotAPlaceholder(betweenBraces.exec(text)?.[1]?.replace(/^-/, '').trim() ?? '');
  }
}
