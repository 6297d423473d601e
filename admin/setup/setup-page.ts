import { h } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { ApiError } from '../../widget/kit/api.js';
import { Button } from '../../widget/kit/button.js';
import type { View } from '../../widget/kit/html.js';
import { html } from '../../widget/kit/html.js';
import { Notice } from '../../widget/kit/notice.js';
import { Skeleton } from '../../widget/kit/skeleton.js';
import { style } from '../../widget/kit/styles.js';
import { adminApi } from '../admin-api.js';
import { errorWords } from '../error-words.js';
import type { Offer, SetupDraft } from './draft.js';
import { emptyDraft } from './draft.js';
import { forget, keptDraft, takeToken } from './kept-draft.js';
import { Ready } from './ready.js';
import css from './setup.css';
import { setupWords } from './setup-words.js';
import { Wizard } from './wizard.js';

style(css);

export interface SetupPageProps {
  /** The language that the admin speaks now. */
  language: string;
  onLanguage: (language: string) => void;
  /** The owner is signed in: shows the admin. */
  onDone: () => void;
}

export type LoadOffer = (wish: { language?: 'en' | 'de'; country?: string; currency?: string }) => Promise<Offer>;

/** The set-up of an empty installation, for whoever holds the link from the terminal (ATTACKS S25). */
export function SetupPage({ language, onLanguage, onDone }: SetupPageProps): View {
  const words = setupWords(language);
  const { t } = words;
  const [token] = useState(takeToken);
  const [start, setStart] = useState<{ offer: Offer; draft: SetupDraft } | 'gone' | null>(null);
  const [error, setError] = useState<unknown>();
  const [ready, setReady] = useState<{ business: string; publicUrl: string } | null>(null);

  const load: LoadOffer = (wish) => {
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    const languages = [...navigator.languages].slice(0, 20);
    return adminApi.call('POST /first-run/link', { body: { token, timeZone, languages, ...wish } });
  };
  const begin = () => {
    setError(undefined);
    if (!token) return setStart('gone');
    const kept = keptDraft();
    load(kept ? { language: kept.language, country: kept.country, currency: kept.currency } : {}).then(
      (offer) => {
        setStart({ offer, draft: kept ?? emptyDraft(offer) });
        if (!kept) onLanguage(offer.place.language);
      },
      (reason: unknown) => {
        if (reason instanceof ApiError && ['not_found', 'invalid_request'].includes(reason.code)) setStart('gone');
        else setError(reason);
      },
    );
  };
  useEffect(begin, []);
  useEffect(() => {
    document.title = t('setup.title');
  }, [t]);

  if (ready) return html`<main class="setup wide">${h(Ready, { words, ...ready, onAdmin: onDone })}</main>`;
  const content = () => {
    if (error !== undefined)
      return h(Notice, {
        meaning: 'danger',
        urgent: true,
        children: html`<p>${errorWords(words, error)}</p>${h(Button, { size: 'small', onPress: begin, children: t('common.retry') })}`,
      });
    if (start === 'gone')
      return h(Notice, {
        meaning: 'warning',
        title: t('setup.gone'),
        children: html`<p>${t('setup.goneText')}</p><p><a href="/admin">${t('signIn.submit')}</a></p>`,
      });
    if (!start) return h(Skeleton, { rows: 4, height: 56, label: t('common.loading') });
    return h(Wizard, {
      words,
      token,
      ...start,
      load,
      onLanguage,
      onGone: () => setStart('gone'),
      onReady: (made) => {
        forget();
        setReady(made);
      },
    });
  };
  return html`<main class="setup"><h1>${t('setup.title')}</h1>${content()}</main>`;
}
