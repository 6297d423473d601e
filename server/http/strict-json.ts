import { AppError } from '../lib/errors.js';

const deepest = 32;

/**
 * JSON.parse that also refuses what two readers could read differently: keys that stand twice in an object, and nesting deeper
 * than any request of ours (ATTACKS S108). Throws AppError `invalid_request`.
 */
export function parseStrictJson(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new AppError('invalid_request', 'The request body is not valid JSON.', { cause });
  }
  refuseDoubleKeysAndDepth(text);
  return value;
}

/** `text` is known to be valid JSON, so strings, brackets and colons are all there is to look at. */
function refuseDoubleKeysAndDepth(text: string): void {
  const open: (Set<string> | null)[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === '{' || sign === '[') {
      if (open.length >= deepest) throw new AppError('invalid_request', 'The request body is nested too deeply.');
      open.push(sign === '{' ? new Set() : null);
    } else if (sign === '}' || sign === ']') {
      open.pop();
    } else if (sign === '"') {
      const end = endOfString(text, at);
      const keys = open.at(-1);
      if (keys && nextSign(text, end + 1) === ':') {
        const key = JSON.parse(text.slice(at, end + 1)) as string;
        if (keys.has(key)) throw new AppError('invalid_request', 'A key stands twice in the request body.');
        keys.add(key);
      }
      at = end;
    }
  }
}

function endOfString(text: string, from: number): number {
  let at = from + 1;
  while (text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at;
}

function nextSign(text: string, from: number): string | undefined {
  let at = from;
  while (text[at] === ' ' || text[at] === '\n' || text[at] === '\r' || text[at] === '\t') at += 1;
  return text[at];
}
