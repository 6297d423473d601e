import { useEffect, useRef } from 'preact/hooks';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { style } from '../../widget/kit/styles.js';
import css from './booking-preview.css';

style(css);

export interface BookingPreviewProps {
  label: string;
  /** Attributes of the element: `theme`, `lang`, `service`. */
  attributes?: Readonly<Record<string, string>>;
  /** Custom properties of its theme: `--bookpane-accent`. */
  properties?: Readonly<Record<string, string>>;
  /** Told when somebody has booked in it. */
  onBooked?: () => void;
}

/** The widget itself, as a website shows it: what is tried here is what visitors get. */
export function BookingPreview({ label, attributes = {}, properties = {}, onBooked }: BookingPreviewProps): View {
  const place = useRef<HTMLDivElement>(null);
  const booked = useRef(onBooked);
  booked.current = onBooked;
  useEffect(() => {
    const element = document.createElement('bookpane-booking');
    const told = () => booked.current?.();
    element.addEventListener('bookpane:booked', told);
    place.current?.append(element);
    loadEmbed();
    return () => element.remove();
  }, []);
  useEffect(() => {
    const element = place.current?.querySelector('bookpane-booking') as HTMLElement | null;
    if (!element) return;
    for (const name of ['theme', 'lang', 'service', 'provider', 'lock'])
      if (attributes[name]) element.setAttribute(name, attributes[name]);
      else element.removeAttribute(name);
    for (const [name, value] of Object.entries(properties)) element.style.setProperty(name, value);
  });
  return html`<div class="booking-preview" role="region" aria-label=${label} ref=${place}></div>`;
}

const address = '/embed/v1.js';

/** Once: the script defines the element by itself. */
function loadEmbed(): void {
  if (document.querySelector(`script[src="${address}"]`)) return;
  const script = document.createElement('script');
  script.async = true;
  script.src = address;
  document.head.append(script);
}
