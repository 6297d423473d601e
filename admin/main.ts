import { h, render } from 'preact';
import { LocationProvider } from 'preact-iso/router';
import { adoptStyles, style } from '../widget/kit/styles.js';
import css from './admin.css';
import { readWords } from './admin-words.js';
import { AdminApp } from './app.js';

style(css);
adoptStyles(document);
const place = document.getElementById('admin') as HTMLElement;
readWords(undefined).then(
  (words) => render(h(LocationProvider, { scope: /^\/admin(?:[/?]|$)/, children: h(AdminApp, { words }) }), place),
  // Without words there is but this one sentence to say.
  () => place.append('Bookpane could not be loaded. Please check the connection and reload the page.'),
);
