import { Search } from 'lucide';
import { h } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { Icon } from '../../widget/kit/icon.js';
import { adoptStyles, style } from '../../widget/kit/styles.js';
import { useAdmin } from '../admin-context.js';
import css from './palette-button.css';

style(css);

type PaletteView = typeof import('./palette.js').Palette;

const isMac = /Mac|iPhone|iPad/.test(navigator.platform);

/** “Go to …”: a button in the frame, and Ctrl K or ⌘ K from anywhere. What it opens is fetched when it is first asked for. */
export function PaletteButton(): View {
  const { t } = useAdmin().words;
  const [open, setOpen] = useState(false);
  const [view, setView] = useState<{ Palette: PaletteView } | null>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const held = isMac ? event.metaKey : event.ctrlKey;
      if (!held || event.shiftKey || event.altKey || event.key.toLowerCase() !== 'k') return;
      event.preventDefault();
      setOpen((before) => !before);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  useEffect(() => {
    if (!open || view) return;
    import('./palette.js').then(
      ({ Palette }) => {
        adoptStyles(document);
        setView({ Palette });
      },
      () => setOpen(false),
    );
  }, [open, view]);
  return html`<button type="button" class="palette-button" aria-keyshortcuts=${isMac ? 'Meta+K' : 'Control+K'} aria-label=${t('palette.open')} onClick=${() => setOpen(true)}>
      ${h(Icon, { icon: Search, size: 16 })}<span>${t('palette.open')}</span><kbd aria-hidden="true" data-keys=${isMac ? '⌘K' : 'Ctrl K'}></kbd>
    </button>
    ${view && h(view.Palette, { open, onClose: () => setOpen(false) })}`;
}
