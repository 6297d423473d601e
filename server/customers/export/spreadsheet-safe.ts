/**
 * Cells that no spreadsheet takes for a formula (ATTACKS S91, OWASP "CSV Injection"), and back again.
 *
 * The rule, one apostrophe and no exception: a text that a spreadsheet could take for a formula, and every text that begins with an
 * apostrophe itself, gets one apostrophe put before it. So a guarded text that begins with an apostrophe has exactly one that was
 * not there before, and `unguard(guard(text)) === text` for every text: `+351 912…` and `'n Sync` come back as they were.
 */

/**
 * An apostrophe; a sign that begins a formula (plain, full-width or small form), also behind white space, which some programs drop;
 * white space and NUL that they take for the end of a cell.
 */
const needsGuard = /^(?:'|[\t\r\n\0]|[\s\0\u200b\u2060]*[=+\-@＝＋－＠﹦﹢﹣﹫])/u;

/** The text as it is safe to stand in a cell. */
export const guard = (text: string): string => (needsGuard.test(text) ? `'${text}` : text);

/** The text that `guard` was given. Only for files that `guard` wrote: elsewhere an apostrophe is the author's own. */
export const unguard = (text: string): string => (text.startsWith("'") ? text.slice(1) : text);
