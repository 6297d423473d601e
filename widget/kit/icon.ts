import type { IconNode } from 'lucide';
import { h } from 'preact';
import type { View } from './html.js';
import css from './icon.css';
import { style } from './styles.js';

style(css);

export interface IconProps {
  /** A node of `lucide` (ISC): `import { Check } from 'lucide'`. */
  icon: IconNode;
  /** Edge in px; 20 when absent. */
  size?: number;
  /** Turns round in right-to-left text: arrows and chevrons. */
  turns?: boolean | undefined;
}

/** A drawing beside words. Hidden from assistive technology: the words stand next to it or in a label. */
export function Icon({ icon, size = 20, turns }: IconProps): View {
  return h(
    'svg',
    { class: turns ? 'icon turns' : 'icon', width: size, height: size, viewBox: '0 0 24 24', 'aria-hidden': 'true' },
    icon.map(([tag, attributes]) => h(tag, attributes)),
  );
}
