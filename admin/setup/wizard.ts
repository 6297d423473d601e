import { ArrowLeft, Check } from 'lucide';
import { h } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { ApiError } from '../../widget/kit/api.js';
import { Button } from '../../widget/kit/button.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { Icon } from '../../widget/kit/icon.js';
import { Notice } from '../../widget/kit/notice.js';
import { adminApi } from '../admin-api.js';
import { errorWords } from '../error-words.js';
import { passwordFault } from '../team/team-words.js';
import type { Offer, SetupDraft } from './draft.js';
import { businessOf } from './draft.js';
import type { Faults, Step } from './faults.js';
import { faultsOf, steps } from './faults.js';
import { HoursStep } from './hours-step.js';
import { keepDraft } from './kept-draft.js';
import { OfferStep } from './offer-step.js';
import { OwnerStep } from './owner-step.js';
import { PlaceStep } from './place-step.js';
import { ProviderStep } from './provider-step.js';
import type { LoadOffer } from './setup-page.js';
import type { SetupWords } from './setup-words.js';

export interface WizardProps {
  words: SetupWords;
  token: string;
  offer: Offer;
  draft: SetupDraft;
  load: LoadOffer;
  onLanguage: (language: string) => void;
  /** Somebody else has set the business up meanwhile. */
  onGone: () => void;
  onReady: (made: { business: string; publicUrl: string }) => void;
}

/** Five steps, one after the other; what was entered can be gone back to. Nothing is sent before the last. */
export function Wizard({ words, token, load, onLanguage, onGone, onReady, ...begun }: WizardProps): View {
  const { t } = words;
  const [offer, setOffer] = useState(begun.offer);
  const [draft, setDraft] = useState(begun.draft);
  const [password, setPassword] = useState('');
  const [step, setStep] = useState<Step>('place');
  const [tried, setTried] = useState<Step | null>(null);
  const [refused, setRefused] = useState<Faults>({});
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const form = useRef<HTMLFormElement>(null);
  const at = steps.indexOf(step);
  const faults = { ...refused, ...(tried === step ? faultsOf(words, step, draft, password) : {}) };

  // At once: who reloads a moment after typing loses nothing.
  useLayoutEffect(() => keepDraft(draft), [draft]);
  useLayoutEffect(() => form.current?.querySelector<HTMLElement>('h2')?.focus(), [step]);
  useEffect(() => {
    if (tried || Object.keys(refused).length > 0)
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [tried, refused]);

  const change = (some: Partial<SetupDraft>) => {
    setRefused({});
    setDraft((before) => ({ ...before, ...some }));
  };
  const go = (to: Step) => {
    setTried(null);
    setError(null);
    setStep(to);
    scrollTo(0, 0);
  };
  /** Another language or currency brings other names and prices, where the list is still as it came. */
  const reload = async (some: Partial<SetupDraft>) => {
    const next = { ...draft, ...some };
    const { language, country, currency } = next;
    const found = await load({ language, country, currency }).catch(() => null);
    if (!found) return;
    setOffer(found);
    setDraft((before) => ({ ...before, weekStart: found.place.weekStart, kind: '', categories: [] }));
  };
  const onCountry = async (country: string) => {
    change({ country });
    const found = country ? await load({ language: draft.language, country }).catch(() => null) : null;
    if (found) change({ currency: found.place.currency, weekStart: found.place.weekStart });
  };
  const next = async () => {
    const wrong = faultsOf(words, step, draft, password);
    if (Object.keys(wrong).length > 0) {
      setTried(null);
      queueMicrotask(() => setTried(step));
      return;
    }
    if (step === 'place') {
      const { language, currency } = draft;
      const same = offer.place.language === language && offer.place.currency === currency;
      if (!same) {
        setBusy(true);
        await reload({});
        setBusy(false);
      }
    }
    const following = steps[at + 1];
    if (following) go(following);
    else await finish();
  };
  const finish = async () => {
    // A reload has forgotten the password.
    const missing = steps.find((each) => Object.keys(faultsOf(words, each, draft, password)).length > 0);
    if (missing) return go(missing);
    setBusy(true);
    setError(null);
    try {
      const { publicUrl } = await adminApi.call('POST /first-run', { body: { token, ...businessOf(draft, password) } });
      onReady({ business: draft.name.trim(), publicUrl });
    } catch (reason) {
      setBusy(false);
      if (!(reason instanceof ApiError)) throw reason;
      if (reason.code === 'not_found') return onGone();
      const weak = passwordFault(words, reason);
      const field = reason.field ?? '';
      if (weak || field.startsWith('owner.')) {
        go('owner');
        setRefused(weak ? { password: weak } : { email: t('setup.emailMissing') });
      } else setError(reason);
    }
  };
  const submit = (event: Event) => {
    event.preventDefault();
    if (!busy) void next();
  };

  const props = { words, offer, draft, onDraft: change, faults };
  const views: Record<Step, () => View> = {
    place: () =>
      h(PlaceStep, {
        ...props,
        onLanguage: (language) => {
          change({ language });
          onLanguage(language);
        },
        onCountry,
      }),
    owner: () =>
      h(OwnerStep, {
        ...props,
        password,
        onPassword: (typed) => {
          setRefused({});
          setPassword(typed);
        },
      }),
    offer: () => h(OfferStep, props),
    hours: () => h(HoursStep, props),
    provider: () => h(ProviderStep, props),
  };
  return html`
    <nav class="setup-rail" aria-label=${t('setup.steps')}>
      <ol>
        ${steps.map((each, index) => {
          const mark = html`<span class="setup-rail-mark" aria-hidden="true">${index < at ? h(Icon, { icon: Check, size: 16 }) : index + 1}</span><span class="setup-rail-name">${t(`setup.${each}`)}</span>`;
          return html`<li key=${each} aria-current=${each === step ? 'step' : undefined}>
            ${index < at ? html`<button type="button" onClick=${() => go(each)}>${mark}</button>` : html`<div>${mark}</div>`}
          </li>`;
        })}
      </ol>
    </nav>
    <form ref=${form} class="setup-card" novalidate onSubmit=${submit}>
      <div class="setup-head">
        <p class="setup-count">${t('setup.stepOf', { step: at + 1, steps: steps.length })}</p>
        <h2 tabindex="-1">${t(`setup.${step}`)}</h2>
        <p>${t(`setup.${step}Text`)}</p>
      </div>
      ${views[step]()}
      ${error !== null && h(Notice, { meaning: 'danger', urgent: true, children: errorWords(words, error) })}
      <div class="setup-actions">
        ${at > 0 && h(Button, { icon: ArrowLeft, iconTurns: true, onPress: () => go(steps[at - 1] as Step), children: t('setup.back') })}
        ${h(Button, { kind: 'primary', type: 'submit', busy, children: t(step === 'provider' ? 'setup.finish' : 'setup.next') })}
      </div>
    </form>
  `;
}
