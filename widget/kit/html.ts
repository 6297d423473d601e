import htm from 'htm';
import type { JSX } from 'preact';
import { h } from 'preact';

/** What a component gives back. */
export type View = JSX.Element;

type Template = (strings: TemplateStringsArray, ...values: unknown[]) => View;

/**
 * Markup as a tagged template. For elements only: htm does not check props, so a typed component is placed with
 * `h(Component, props)`.
 */
// htm's types speak of its CommonJS file, where the function is the default's default.
export const html = /* @__PURE__ */ (htm as unknown as { bind(to: typeof h): Template }).bind(h);
