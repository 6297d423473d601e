import { h } from 'preact';
import { useId } from 'preact/hooks';
import type { PublicApi } from '../server/api.js';
import { createLanguages } from './booking/languages.js';
import type { LoadMore } from './booking/more.js';
import { defineElement } from './element.js';
import { publish } from './global.js';
import { createApi } from './kit/api.js';
import { en } from './locales/en.js';

/*
 * The script of the embed: `<script async src="https://book.example.com/embed/v1.js">`. Its own address says where the server is, and
 * nothing a page writes can send a visitor's data elsewhere (ATTACKS S90). `currentScript` is there only now, while it runs.
 */
/** Which numbering of words this script speaks (server/setup/number-keys.mjs). */
declare const EDITION: string;

const script = document.currentScript;
const name = 'bookpane-booking';

if (script instanceof HTMLScriptElement && script.src && !customElements.get(name)) {
  // The folder above: one's own site, or the link of a private service, below which everything lies once more.
  const { href } = new URL('..', script.src);
  const api = createApi<PublicApi>(`${href}api/v1`);
  const languages = createLanguages(
    en,
    // A language's words are a small module beside this script.
    async (language) => (await import(`${href}embed/${language}.js`))[language + EDITION],
  );
  // So is what few businesses ask beside name and contact. Another address for another try: browsers may remember what failed.
  const loadMore: LoadMore = async (mark = 0) => (await import(`${href}embed/more.js?${mark}`)).more(h, useId);
  defineElement(name, api, languages, loadMore);
  publish(name);
}
