import { h, render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { SelectField, TextField } from './field.js';
import css from './gallery.css';
import { actions, feedback, forms } from './gallery-pieces.js';
import { Days, Layers, Rows } from './gallery-places.js';
import type { View } from './html.js';
import { html } from './html.js';
import { adoptStyles, style } from './styles.js';

style(css);

const inks = ['surface', 'sunken', 'raised', 'line', 'edge', 'ink', 'muted', 'faint'];
const meanings = ['fill', 'on-fill', 'link', 'tint', 'tint-strong', 'good', 'warning', 'danger', 'info'];
const sizes = ['xs', 's', 'm', 'l', 'xl'];

/** `/kit`: every piece in all its states; theme, direction and accent at the top. For development. */
function Gallery(): View {
  const [theme, setTheme] = useState('auto');
  const [direction, setDirection] = useState('ltr');
  const [accent, setAccent] = useState('#17636b');
  useEffect(() => {
    document.documentElement.style.setProperty('--bookpane-accent', accent);
  }, [accent]);
  const option = (value: string, label: string) => ({ value, label });
  const themes = [option('auto', 'As the device'), option('light', 'Light'), option('dark', 'Dark')];
  const directions = [option('ltr', 'Left to right'), option('rtl', 'Right to left')];
  return html`<div class="bookpane gallery-page" data-theme=${theme} dir=${direction}>
    <div class="gallery">
      <header class="gallery-bar">
        <h1>Kit</h1>
        ${h(SelectField, { name: 'theme', label: 'Theme', value: theme, options: themes, onValue: setTheme })}
        ${h(SelectField, { name: 'direction', label: 'Direction', value: direction, options: directions, onValue: setDirection })}
        ${h(TextField, { name: 'accent', label: 'Accent', value: accent, onValue: setAccent })}
      </header>
      <main>
        <section>
          <h2>Colour</h2>
          <div class="gallery-row">${inks.map(swatch)}</div>
          <div class="gallery-row">${meanings.map(swatch)}</div>
        </section>
        <section>
          <h2>Type</h2>
          ${sizes.map((size) => html`<p style=${{ fontSize: `var(--text-${size})` }}>${size} · Cut and finish, 45 min, €48 · <strong>€52.50</strong></p>`)}
        </section>
        <section><h2>Buttons</h2>${actions()}</section>
        <section><h2>Fields</h2>${h(forms, {})}</section>
        <section><h2>Feedback</h2>${feedback()}</section>
        <section><h2>Date grid</h2>${h(Days, {})}</section>
        <section><h2>Table</h2>${h(Rows, {})}</section>
        <section><h2>Dialog, drawer, toast</h2>${h(Layers, {})}</section>
      </main>
    </div>
  </div>`;
}

function swatch(name: string): View {
  return html`<span class="swatch"><i style=${{ '--shown': `var(--${name})` }}></i>${name}</span>`;
}

adoptStyles(document);
render(h(Gallery, {}), document.body);
