import { h, render } from 'preact';
import { LocationProvider } from 'preact-iso/router';
import { adoptStyles, style } from '../widget/kit/styles.js';
import css from './admin.css';
import { readWords } from './admin-words.js';
import { AdminApp } from './app.js';

style(css);
adoptStyles(document);
void readWords(undefined).then((words) =>
  render(
    h(LocationProvider, { scope: /^\/admin(?:[/?]|$)/, children: h(AdminApp, { words }) }),
    document.getElementById('admin') as HTMLElement,
  ),
);
