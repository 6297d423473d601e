import { Plus } from 'lucide';
import { h } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../../widget/kit/button.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { Notice } from '../../widget/kit/notice.js';
import { style } from '../../widget/kit/styles.js';
import type { DraftService } from './draft.js';
import { nextKey, withKind } from './draft.js';
import css from './offer-step.css';
import { ServiceRow } from './service-row.js';
import type { StepProps } from './step-props.js';

style(css);

const fresh = (key: number): DraftService => ({
  key,
  name: '',
  minutes: '60',
  price: '',
  capacity: 1,
  bufferAfterMinutes: 0,
});

/** The kind of business, whose ready catalogue can be changed at once. */
export function OfferStep({ words, offer, draft, onDraft, faults }: StepProps): View {
  const { t, language } = words;
  const added = useRef<number | null>(null);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (added.current === null) return;
    list.current?.querySelector<HTMLElement>(`[name="service-${added.current}"]`)?.focus();
    added.current = null;
  }, [draft.categories]);
  const choose = (key: string) => {
    const kind = offer.kinds.find((each) => each.key === key);
    if (kind) onDraft(withKind(draft, kind, language));
    else onDraft({ kind: key, categories: [{ name: t('setup.category'), services: [fresh(0)] }] });
  };
  const change = (key: number, some: Partial<DraftService> | null) =>
    onDraft({
      categories: draft.categories.map((category) => ({
        ...category,
        services: category.services.flatMap((service) =>
          service.key !== key ? [service] : some ? [{ ...service, ...some }] : [],
        ),
      })),
    });
  const add = () => {
    const service = fresh(nextKey(draft.categories));
    added.current = service.key;
    const last = draft.categories.at(-1) ?? { name: t('setup.category'), services: [] };
    onDraft({ categories: [...draft.categories.slice(0, -1), { ...last, services: [...last.services, service] }] });
  };
  const option = (key: string, name: string) => html`<label key=${key} class="setup-kind">
    <input type="radio" name="kind" value=${key} checked=${draft.kind === key} onChange=${() => choose(key)} />
    <span>${name}</span>
  </label>`;
  return html`
    <fieldset class="setup-kinds">
      <legend class="hidden-text">${t('setup.kind')}</legend>
      ${offer.kinds.map(({ key, name }) => option(key, name))} ${option('other', t('setup.other'))}
    </fieldset>
    ${faults['kind'] && h(Notice, { meaning: 'danger', urgent: true, children: faults['kind'] })}
    <div class="setup-services" ref=${list}>
      ${draft.categories.map(
        ({ name, services }) =>
          services.length > 0 &&
          html`<section key=${name} aria-label=${name}>
            <h3>${name}</h3>
            <ul>
              ${services.map((service) =>
                h(ServiceRow, {
                  key: service.key,
                  words,
                  service,
                  currency: draft.currency,
                  checked: 'services' in faults,
                  onChange: (some) => change(service.key, some),
                }),
              )}
            </ul>
          </section>`,
      )}
      ${faults['services'] && h(Notice, { meaning: 'danger', urgent: true, children: faults['services'] })}
      ${draft.kind && h(Button, { icon: Plus, size: 'small', onPress: add, children: t('setup.addService') })}
    </div>
  `;
}
