/**
 * Makes the custom properties of a whole sheet cheap to send, without changing what it says: those that nobody reads go, constants
 * that are shorter than their name or read once stand where they are read, the others get short names. `--bookpane-…`, which pages
 * set, and all that `script` speaks of stay as they are. `css` is the sheet as esbuild writes it: minified, in one line.
 */
export function tightened(css, script) {
  const isOwn = (name) => !name.startsWith('--bookpane-') && !script.includes(name);
  return shortlyNamed(withoutConstants(withoutSpaces(css), isOwn), isOwn);
}

/** `css` without the rules whose selector begins with one of `selectors`. */
export const without = (selectors, css) =>
  css.replace(/([^{}]+)\{[^{}]*\}/g, (rule, selector) =>
    selectors.some((each) => selector.startsWith(each)) ? '' : rule,
  );

/** What esbuild leaves: in custom properties, which it doesn't touch, and around operators other than plus and minus. */
const withoutSpaces = (css) =>
  css
    .replace(/(--[\w-]+): /g, '$1:')
    .replace(/, /g, ',')
    .replace(/(?<=\() | (?=\))/g, '')
    .replace(/ (\/|>=|<) /g, '$1')
    .replace(/ \* (?=var\(|\d)/g, '*');

function withoutConstants(css, isOwn) {
  for (const [name, values] of declarationsIn(css)) {
    if (!isOwn(name)) continue;
    const [value] = values;
    const reads = css.split(`var(${name})`).length - 1;
    const isConstant = values.length === 1 && !value.includes('var(');
    if (reads > 0 && !(isConstant && (reads === 1 || value.length <= `var(${name})`.length))) continue;
    const rest = css.replace(new RegExp(`${name}:[^;}]*;?`, 'g'), '').replaceAll(`var(${name})`, value);
    // What only this one read may be free now.
    return withoutConstants(rest, isOwn);
  }
  return css;
}

function declarationsIn(css) {
  const values = new Map();
  for (const [, name, value] of css.matchAll(/(--[\w-]+):([^;}]*)/g))
    values.set(name, [...(values.get(name) ?? []), value]);
  return values;
}

function shortlyNamed(css, isOwn) {
  const uses = new Map();
  for (const [name] of css.matchAll(properties)) uses.set(name, (uses.get(name) ?? 0) + 1);
  const own = [...uses.keys()].filter(isOwn).sort((one, other) => uses.get(other) - uses.get(one));
  const names = new Map(own.map((name, index) => [name, `--${index.toString(36)}`]));
  return css.replace(properties, (name) => names.get(name) ?? name);
}

const properties = /--[a-z][\w-]*/g;
