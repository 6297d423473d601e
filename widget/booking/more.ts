import type { h } from 'preact';
import type { useId } from 'preact/hooks';
import type { View } from '../kit/html.js';
import type { Answers } from './contact.js';
import type { Site } from './types.js';

/*
 * The second half of the details (widget/more): a module of its own, which is fetched where the business asks for more than name and
 * contact. It is built apart, so the names that cross here are none of those that the build shortens (server/setup/private-names.mjs).
 */

/** What a control has of its field, with `fault` shown once the field was checked. */
export type Ask = (
  name: keyof Answers,
  label: string,
  fault: string | undefined,
) => {
  name: string;
  label: string;
  value: Answers[keyof Answers];
  error: string | undefined;
  onValue: (value: string | boolean | undefined) => void;
  onLeave: () => void;
};

/** The fields, the tick that comes last, and the first field that something is wrong with. */
export type More = (
  ask: Ask,
  site: Site,
  answers: Answers,
  language: string,
) => [fields: View, tick: View | undefined, firstFault: string | undefined];

/** Makes it with the widget's own Preact: two of them would not know each other's nodes. */
export type MakeMore = (own: typeof h, ownId: typeof useId) => More;

/** Fetches it; with another `mark` anew, since browsers may remember that they could not. */
export type LoadMore = (mark?: number) => Promise<More>;
