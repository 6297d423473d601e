/** Writes an option as an attribute: `true` as the bare attribute; null, undefined and false take it away. */
export function writeAttribute(element: Element, name: string, value: unknown): void {
  if (value === null || value === undefined || value === false) element.removeAttribute(name);
  else element.setAttribute(name, value === true ? '' : String(value));
}
