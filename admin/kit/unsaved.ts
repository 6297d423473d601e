import { h } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { Button } from '../../widget/kit/button.js';
import { Dialog } from '../../widget/kit/dialog.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { useAdmin } from '../admin-context.js';

export interface Unsaved {
  /** Does `go` at once when nothing is unsaved, else after asking. */
  ask(go: () => void): void;
  dialog: View;
}

/** Keeps what was typed from being lost: asks before the form is closed, another page is opened, or the window goes. */
export function useUnsaved(dirty: boolean): Unsaved {
  const { t } = useAdmin().words;
  const { route } = useLocation();
  const [going, setGoing] = useState<{ go: () => void } | null>(null);

  useEffect(() => {
    if (!dirty) return;
    const beforeUnload = (event: Event) => event.preventDefault();
    const onClick = (event: MouseEvent) => {
      const link = (event.target as Element).closest?.<HTMLAnchorElement>('a[href]');
      const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey || link?.target || event.button !== 0;
      if (!link || elsewhere || link.origin !== location.origin) return;
      event.preventDefault();
      event.stopPropagation();
      setGoing({ go: () => route(link.pathname + link.search) });
    };
    addEventListener('beforeunload', beforeUnload);
    addEventListener('click', onClick, true);
    return () => {
      removeEventListener('beforeunload', beforeUnload);
      removeEventListener('click', onClick, true);
    };
  }, [dirty, route]);

  const stay = () => setGoing(null);
  const leave = () => {
    setGoing(null);
    going?.go();
  };
  const dialog = h(Dialog, {
    open: going !== null,
    title: t('unsaved.title'),
    closeLabel: t('common.close'),
    onClose: stay,
    actions: [
      h(Button, { onPress: stay, children: t('unsaved.stay') }),
      h(Button, { kind: 'danger', onPress: leave, children: t('unsaved.leave') }),
    ],
    children: html`<p>${t('unsaved.text')}</p>`,
  });
  return { ask: (go) => (dirty ? setGoing({ go }) : go()), dialog };
}
