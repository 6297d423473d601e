import { h } from 'preact';
import { Button } from '../../kit/button.js';
import type { View } from '../../kit/html.js';
import { html } from '../../kit/html.js';
import { formatMoney } from '../../kit/money.js';
import { Notice } from '../../kit/notice.js';
import { useBooking } from '../context.js';
import { failureWords } from '../failure-words.js';
import { SlotList } from './day-times.js';

export interface TroublesProps {
  zone: string;
  total: number;
  currency: string;
}

/** Why the last try failed, kindly, with the way on. */
export function Troubles({ zone, total, currency }: TroublesProps): View | null {
  const { state, words, dispatch, send } = useBooking();
  const { t, language } = words;
  const { trouble } = state;
  if (!trouble) return null;
  const others = h(Button, {
    children: t('trouble.otherTimes'),
    onPress: () => dispatch({ type: 'go', step: 'time' }),
  });
  switch (trouble.kind) {
    case 'taken': {
      const { alternatives } = trouble;
      const text = t(alternatives.length > 0 ? 'trouble.takenText' : 'trouble.takenNone');
      return notice('warning', t('trouble.taken'), text, [
        h(SlotList, { slots: alternatives, zone, withDay: true }),
        others,
      ]);
    }
    case 'not_offered':
      return notice('warning', t('trouble.taken'), t('trouble.notOffered'), [others]);
    case 'price': {
      const money = (minor: number) => formatMoney(language, minor, currency);
      return notice(
        'warning',
        t('trouble.price'),
        t('trouble.priceText', { before: money(trouble.before), after: money(total) }),
      );
    }
    case 'terms':
      return notice('warning', t('trouble.terms'), t('trouble.termsText'));
    case 'failed': {
      const { title, text } = failureWords(words, trouble.code);
      return notice('danger', title, text, [h(Button, { children: t('retry'), onPress: send })]);
    }
  }
}

const notice = (meaning: 'warning' | 'danger', title: string, text: string, more: View[] = []): View =>
  h(Notice, { meaning, title, urgent: true, children: html`<p>${text}</p>${more}` });
