import { createContext } from 'preact';
import type { HelpName } from '../help/contents.js';

/** The help page of the page that is shown; null where there is none. */
export const HelpContext = createContext<HelpName | null>(null);
