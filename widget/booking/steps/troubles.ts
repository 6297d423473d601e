import { h } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../../kit/button.js';
import type { View } from '../../kit/html.js';
import { html } from '../../kit/html.js';
import { formatMoney } from '../../kit/money.js';
import { Notice } from '../../kit/notice.js';
import type { StepProps } from '../context.js';
import { failureWords } from '../failure-words.js';
import { currencyOf } from '../visit.js';
import { slotList } from './day-times.js';

export interface TroublesProps extends StepProps {
  zone: string;
  /** The total as it stands now. */
  price: number;
}

/** Why the last try failed, kindly, with the way on. */
export function Troubles({ booking, zone, price }: TroublesProps): View | null {
  const { choice, state, words, dispatch, send } = booking;
  const { t } = words;
  const { trouble } = state;
  const place = useRef<HTMLDivElement>(null);
  // The button that was pressed may lie a screen below, or be of no use now.
  useEffect(() => place.current?.focus(), [trouble]);
  if (!trouble) return null;
  const money = (minor: number) => formatMoney(words.language, minor, currencyOf(choice.catalog, state.visit));
  const others = h(Button, {
    children: t('trouble.otherTimes'),
    onPress: () => dispatch({ type: 'go', step: 'time' }),
  });
  const [title, text, more]: [string, string, unknown?] = (() => {
    switch (trouble.kind) {
      case 'taken': {
        const { alternatives } = trouble;
        const words = t(alternatives.length > 0 ? 'trouble.takenText' : 'trouble.takenNone');
        return [t('trouble.taken'), words, [slotList(booking, alternatives, zone, true), others]];
      }
      case 'not_offered':
        return [t('trouble.taken'), t('trouble.notOffered'), others];
      case 'price':
        return [t('trouble.price'), t('trouble.priceText', { before: money(trouble.before), after: money(price) })];
      case 'terms':
        return [t('trouble.terms'), t('trouble.termsText')];
      case 'failed':
        return [...failureWords(words, trouble.code), h(Button, { children: t('retry'), onPress: send })];
    }
  })();
  const meaning = trouble.kind === 'failed' ? 'danger' : 'warning';
  const notice = h(Notice, { meaning, title, urgent: true, children: html`<p>${text}</p>${more}` });
  return html`<div ref=${place} tabindex="-1">${notice}</div>`;
}
