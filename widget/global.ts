import { writeAttribute } from './attribute.js';

/** What a page's own scripts may use: `window.Bookpane`. */
export interface BookpaneGlobal {
  /**
   * Puts a booking into `target` (an element or its selector) and answers its element. Options are the attributes:
   * `{ service: 3, 'success-url': '/thanks' }`.
   */
  mount(target: Element | string, options?: Record<string, string | number | boolean | null>): HTMLElement | null;
  /** Listens to an event of every booking in the page: `on('booked', …)`. Answers what ends the listening. */
  on(event: string, listener: (event: CustomEvent) => void): () => void;
}

declare global {
  interface Window {
    Bookpane?: BookpaneGlobal;
  }
}

/** Publishes `window.Bookpane`, once. */
export function publish(name: string): void {
  window.Bookpane ??= {
    mount(target, options = {}) {
      const place = typeof target === 'string' ? document.querySelector(target) : target;
      if (!place) return null;
      const element = document.createElement(name);
      for (const [attribute, value] of Object.entries(options)) writeAttribute(element, attribute, value);
      place.append(element);
      return element;
    },
    on(event, listener) {
      const heard = (happened: Event) => listener(happened as CustomEvent);
      document.addEventListener(`bookpane:${event}`, heard);
      return () => document.removeEventListener(`bookpane:${event}`, heard);
    },
  };
}
