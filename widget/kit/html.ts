import htm from 'htm';
import type { VNode } from 'preact';
import { h } from 'preact';

/**
 * Markup as a tagged template. For elements only: htm does not check props, so a typed component is placed with
 * `h(Component, props)`.
 */
export const html = htm.bind<VNode>(h) as (strings: TemplateStringsArray, ...values: unknown[]) => VNode;
