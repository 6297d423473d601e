import { h, render } from 'preact';
import { writeAttribute } from './attribute.js';
import type { Emit } from './booking/app.js';
import { BookingApp } from './booking/app.js';
import type { Languages } from './booking/languages.js';
import type { LoadMore } from './booking/more.js';
import { attributes, readOptions } from './booking/options.js';
import type { BookingApi } from './booking/types.js';
import { adoptStyles } from './kit/styles.js';

/** Defines the element. Attributes are reactive and are properties too: `success-url` is `successUrl`, `lang` and `dir` the page's own. */
export function defineElement(name: string, api: BookingApi, languages: Languages, loadMore: LoadMore): void {
  class BookingElement extends HTMLElement {
    static observedAttributes = attributes;
    #root: ShadowRoot | undefined;
    #waiting = false;

    connectedCallback(): void {
      this.#draw();
    }

    disconnectedCallback(): void {
      // Moved in the page, it is connected again before this runs, and keeps what was typed.
      queueMicrotask(() => !this.isConnected && this.destroy());
    }

    attributeChangedCallback(): void {
      if (!this.isConnected || this.#waiting) return;
      // A page that sets five attributes draws once.
      this.#waiting = true;
      queueMicrotask(() => {
        this.#waiting = false;
        if (this.isConnected) this.#draw();
      });
    }

    /** Takes the widget out of the page; connected again, it begins anew. */
    destroy(): void {
      if (this.#root) render(null, this.#root);
    }

    #draw(): void {
      if (!this.#root) {
        // The fallback content stays in the page, unseen: nothing of the page's own is thrown away.
        this.#root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
        adoptStyles(this.#root);
      }
      const options = readOptions((attribute) => this.getAttribute(attribute));
      const emit: Emit = (event, detail) =>
        this.dispatchEvent(
          new CustomEvent(`bookpane:${event}`, {
            detail,
            bubbles: true,
            composed: true,
            cancelable: event === 'submit',
          }),
        );
      render(h(BookingApp, { api, options, emit, languages, loadMore }), this.#root);
    }
  }

  for (const attribute of attributes) {
    const property = attribute.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
    if (property in HTMLElement.prototype) continue;
    Object.defineProperty(BookingElement.prototype, property, {
      configurable: true,
      get(this: HTMLElement) {
        return this.getAttribute(attribute);
      },
      set(this: HTMLElement, value: unknown) {
        writeAttribute(this, attribute, value);
      },
    });
  }
  customElements.define(name, BookingElement);
}
