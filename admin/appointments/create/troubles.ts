import { h } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../../../widget/kit/button.js';
import type { View } from '../../../widget/kit/html.js';
import { html } from '../../../widget/kit/html.js';
import { Notice } from '../../../widget/kit/notice.js';
import { useAdmin } from '../../admin-context.js';
import { DuplicatesCard } from '../../customers/record/duplicates-card.js';
import { withSlot } from './draft.js';
import type { StepProps } from './flow.js';
import { SlotButtons } from './slot-buttons.js';

/** Why nothing was booked yet, and the ways on from there. Nothing that was entered is lost. */
export function Troubles({ flow, zone }: StepProps & { zone: string }): View | null {
  const { words, may } = useAdmin();
  const { t } = words;
  const { draft, change, go, sending } = flow;
  const { trouble, busy } = sending;
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (trouble) place.current?.scrollIntoView({ block: 'center' });
  }, [trouble]);
  if (!trouble) return null;
  return html`<div ref=${place} class="create-trouble">${content()}</div>`;

  function content(): View {
    const otherTime = () => {
      sending.clear();
      go('time');
    };
    const choose = h(Button, { size: 'small', onPress: otherTime, children: t('create.otherTime') });
    switch (trouble!.kind) {
      case 'taken':
        return h(Notice, {
          meaning: 'warning',
          urgent: true,
          title: t('create.taken'),
          children: html`<p>${t(trouble!.alternatives.length > 0 ? 'create.takenText' : 'create.takenNone')}</p>
            ${h(SlotButtons, {
              slots: trouble!.alternatives,
              zone,
              chosen: draft.visit.slot?.start,
              withDay: true,
              onSlot: (slot) => {
                change((before) => withSlot(before, slot));
                sending.clear();
              },
            })}
            ${choose}`,
        });
      case 'not_offered':
        return h(Notice, { meaning: 'warning', urgent: true, title: t('create.notOffered'), children: choose });
      case 'price':
        return h(Notice, { meaning: 'warning', urgent: true, children: t('create.priceChanged') });
      case 'terms':
        return h(Notice, { meaning: 'warning', urgent: true, children: t('create.termsChanged') });
      case 'not_in_use':
        return h(Notice, { meaning: 'danger', urgent: true, children: t('create.notInUse') });
      case 'duplicates':
        return h(DuplicatesCard, {
          duplicates: trouble!.duplicates,
          busy,
          onAdd: () => void sending.send({ despiteDuplicates: true }),
          onUse: may('customers.view')
            ? (chosen) => {
                change((before) => ({ ...before, who: 'existing', chosen }));
                sending.clear();
              }
            : undefined,
        });
      case 'failed':
        return h(Notice, { meaning: 'danger', urgent: true, children: trouble!.text });
    }
  }
}
