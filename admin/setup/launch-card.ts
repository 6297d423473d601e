import { Circle, CircleCheck, X } from 'lucide';
import { h } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../../widget/kit/button.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { Icon } from '../../widget/kit/icon.js';
import { style } from '../../widget/kit/styles.js';
import { useAdmin } from '../admin-context.js';
import { DemoCard } from './demo-card.js';
import css from './launch-card.css';
import type { Launch } from './launch-checklist.js';
import { launchWords } from './launch-words.js';

style(css);

/** Where each step is done. */
const places: readonly [step: keyof Launch['steps'], href: string][] = [
  ['booked', '/'],
  ['embedded', '/admin/settings/look'],
  ['terms', '/admin/settings/terms'],
  ['mail', '/admin/settings/environment'],
  ['address', '/admin/settings/environment'],
];

/** The steps to the first customers, which tick themselves off; in the demo, the way to a business of one's own. */
export function LaunchCard({ launch }: { launch: Launch }): View | null {
  const { api, toasts, words: adminWords } = useAdmin();
  const words = launchWords(adminWords.language);
  const { t } = words;
  const [hidden, setHidden] = useState(false);
  if (launch.demo) return h(DemoCard, { words, name: launch.name });
  if (hidden) return null;
  const put = async (away: boolean) => {
    setHidden(away);
    await api.call('PATCH /settings', { body: { launchHidden: away } }).catch(() => setHidden(!away));
    if (away) toasts.show({ text: t('launch.hidden'), undo: () => void put(false) });
  };
  const done = places.filter(([step]) => launch.steps[step]).length;
  return html`<section class="launch" aria-labelledby="launch-title">
    <div class="launch-head">
      <h2 id="launch-title">${t('launch.title')}</h2>
      <p class="tabular">${t('launch.done', { done, steps: places.length })}</p>
      ${h(Button, { kind: 'quiet', size: 'small', icon: X, label: t('launch.hide'), onPress: () => void put(true) })}
    </div>
    <ul>
      ${places.map(([step, href]) => {
        const isDone = launch.steps[step];
        return html`<li key=${step} class=${isDone ? 'done' : ''}>
          <a href=${href} target=${href === '/' ? '_blank' : undefined}>
            ${h(Icon, { icon: isDone ? CircleCheck : Circle })}
            <span><b>${t(`launch.${step}`)}</b><small>${t(`launch.${step}Text`)}</small></span>
            <span class="hidden-text">${t(isDone ? 'launch.isDone' : 'launch.open')}</span>
          </a>
        </li>`;
      })}
    </ul>
  </section>`;
}
