import { h, render } from 'preact';
import { LocationProvider } from 'preact-iso/router';
import { adoptStyles, style } from '../widget/kit/styles.js';
import css from './admin.css';
import { AdminApp } from './app.js';

style(css);
adoptStyles(document);
render(
  h(LocationProvider, { scope: /^\/admin(?:[/?]|$)/, children: h(AdminApp, null) }),
  document.getElementById('admin') as HTMLElement,
);
