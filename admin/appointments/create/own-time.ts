import { h } from 'preact';
import { useState } from 'preact/hooks';
import { linesOf, sumOf } from '../../../widget/booking/visit.js';
import { ApiError } from '../../../widget/kit/api.js';
import { Button } from '../../../widget/kit/button.js';
import { TextField } from '../../../widget/kit/field.js';
import type { View } from '../../../widget/kit/html.js';
import { html } from '../../../widget/kit/html.js';
import { Notice } from '../../../widget/kit/notice.js';
import { style } from '../../../widget/kit/styles.js';
import type { AdminApi } from '../../admin-api.js';
import { useAdmin } from '../../admin-context.js';
import { instantOn, MINUTE } from '../../calendar/zone-day.js';
import { errorWords } from '../../error-words.js';
import { withSlot } from './draft.js';
import type { StepProps } from './flow.js';
import css from './own-time.css';

style(css);

type Explanation = AdminApi['GET /availability/explanation']['answer'];
/** What nobody may overrule: somebody else has the time, or nobody performs the service. */
const firm: readonly Explanation['reason'][] = ['busy', 'buffer', 'full', 'not_offered'];

/**
 * A time that the list doesn't offer: outside hours, at short notice. What speaks against it is said before it is taken; two
 * appointments never overlap.
 */
export function OwnTime({ flow, zone, day }: StepProps & { zone: string; day: string }): View {
  const { api, words, sessionEnded } = useAdmin();
  const { t } = words;
  const { draft, change, offer } = flow;
  const { visit } = draft;
  const [date, setDate] = useState(day);
  const [time, setTime] = useState('');
  const [answer, setAnswer] = useState<Explanation | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);

  const typing = (set: (value: string) => void) => (value: string) => {
    set(value);
    setAnswer(null);
  };
  const take = (start: string, overrule: boolean) => {
    const minutes = sumOf(linesOf(offer.catalog, visit), 'durationMinutes');
    const end = `${new Date(Date.parse(start) + minutes * MINUTE).toISOString().slice(0, 19)}Z`;
    const providers = visit.provider === null ? [] : [visit.provider];
    change((before) => ({ ...withSlot(before, { start, end, location: visit.location!, providers }), overrule }));
  };
  const check = async () => {
    const [hours = '', minutes = ''] = time.split(':');
    if (!/^\d{4}-\d\d-\d\d$/.test(date) || minutes === '') return;
    setBusy(true);
    setError(null);
    const instant = instantOn(zone, date, Number(hours) * 60 + Number(minutes));
    try {
      const found = await api.call('GET /availability/explanation', {
        query: {
          service: visit.services.join(','),
          location: String(visit.location),
          persons: String(visit.persons),
          start: `${new Date(instant).toISOString().slice(0, 19)}Z`,
          ...(visit.provider === null ? {} : { provider: String(visit.provider) }),
        },
      });
      setAnswer(found);
      if (found.bookable) take(found.start, false);
    } catch (problem) {
      if (problem instanceof ApiError && problem.code === 'not_signed_in') return sessionEnded();
      setError(problem);
    }
    setBusy(false);
  };
  const reason = answer?.reason;
  const taken = answer !== null && visit.slot?.start === answer.start;
  return html`<details class="create-own">
    <summary>${t('create.ownTime')}</summary>
    <div class="create-own-fields">
      ${h(TextField, { label: t('create.ownDay'), name: 'own-day', type: 'date', value: date, onValue: typing(setDate) })}
      ${h(TextField, { label: t('create.ownStart'), name: 'own-time', type: 'time', value: time, onValue: typing(setTime) })}
      ${h(Button, { size: 'small', busy, onPress: check, children: t('create.ownCheck') })}
    </div>
    ${error !== null && h(Notice, { meaning: 'danger', urgent: true, children: errorWords(words, error) })}
    ${
      answer &&
      (taken
        ? h(Notice, {
            meaning: 'good',
            urgent: true,
            children: t(answer.bookable ? 'create.ownFree' : 'create.ownTaken'),
          })
        : reason &&
          h(Notice, {
            meaning: 'warning',
            urgent: true,
            title: t(`refusalText.${reason}`),
            children: firm.includes(reason)
              ? t('create.ownFirm')
              : h(Button, { size: 'small', onPress: () => take(answer.start, true), children: t('create.ownAnyway') }),
          }))
    }
  </details>`;
}
