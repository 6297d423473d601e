import { h } from 'preact';
import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { ApiError } from '../widget/kit/api.js';
import type { View } from '../widget/kit/html.js';
import { html } from '../widget/kit/html.js';
import { createToasts, ToastRegion } from '../widget/kit/toast.js';
import type { SignedIn, Site } from './admin-api.js';
import { adminApi, publicApi } from './admin-api.js';
import type { Admin } from './admin-context.js';
import { AdminContext } from './admin-context.js';
import type { AdminWords } from './admin-words.js';
import { readWords, storeLanguage } from './admin-words.js';
import { Pages } from './pages.js';
import { LazySetup } from './setup/lazy-setup.js';
import { Shell } from './shell/shell.js';
import { LinkPage } from './sign-in/link-page.js';
import { SignIn } from './sign-in/sign-in.js';

type Session = { is: 'unknown' } | { is: 'in'; signedIn: SignedIn } | { is: 'out'; ended: boolean };

/** Shown until the server has told better; the pages wait for neither name nor week. */
const unknownSite: Site = {
  name: 'Bookpane',
  language: 'en',
  currency: 'EUR',
  weekStart: 1,
  country: '',
  requireEmail: true,
  requirePhone: false,
  termsVersion: '',
  termsText: '',
  demo: false,
};

/** Pages for links from mails; they are for whoever holds the link, signed in or not. */
const linkPages: Readonly<Record<string, 'invitation' | 'password'>> = {
  '/admin/invitation': 'invitation',
  '/admin/password': 'password',
};

/** The set-up of an empty installation (admin/setup). */
const setupPath = '/admin/setup';

/** Who is signed in decides what is shown: the sign-in, or the shell with the page of the address. */
export function AdminApp({ words: first }: { words: AdminWords }): View {
  const [session, setSession] = useState<Session>({ is: 'unknown' });
  const [site, setSite] = useState(unknownSite);
  const [words, setWords] = useState(first);
  const toasts = useMemo(createToasts, []);
  const { path, route } = useLocation();
  const link = linkPages[path];
  const inSetup = path === setupPath;

  const enter = useCallback(() => {
    const gone = () => setSession({ is: 'out', ended: false });
    adminApi.call('GET /session', {}).then((signedIn) => setSession({ is: 'in', signedIn }), gone);
    publicApi.call('GET /site', {}).then(
      (found) => {
        setSite(found);
        void readWords(found.language).then(setWords);
      },
      () => {},
    );
  }, []);
  // Nobody can be signed in before there is anybody.
  useEffect(() => {
    if (!inSetup) enter();
  }, [inSetup]);

  useEffect(() => {
    document.documentElement.lang = words.language;
    document.documentElement.dir = words.direction;
  }, [words]);

  const sessionEnded = useCallback(() => setSession({ is: 'out', ended: true }), []);
  const chooseLanguage = useCallback((language: string) => {
    storeLanguage(language);
    void readWords(language).then(setWords);
  }, []);
  const signOut = useCallback(async () => {
    try {
      await adminApi.call('DELETE /session', {});
    } catch (error) {
      if (!(error instanceof ApiError && error.code === 'not_signed_in')) throw error;
    }
    setSession({ is: 'out', ended: false });
  }, []);

  const admin = useMemo<Admin | null>(() => {
    if (session.is !== 'in') return null;
    const { signedIn } = session;
    const signedInAgain: Admin['signedInAgain'] = (now) => setSession({ is: 'in', signedIn: now });
    const may: Admin['may'] = (permission) => signedIn.permissions.includes(permission);
    return { api: adminApi, words, site, signedIn, toasts, may, sessionEnded, signOut, signedInAgain, chooseLanguage };
  }, [session, words, site, toasts, sessionEnded, signOut, chooseLanguage]);

  return html`<div class="bookpane admin" lang=${words.language} dir=${words.direction}>
    ${link && h(LinkPage, { key: link, words, site, page: link })}
    ${
      inSetup &&
      h(LazySetup, {
        words,
        language: words.language,
        onLanguage: chooseLanguage,
        onDone: () => route('/admin'),
      })
    }
    ${
      session.is === 'out' &&
      !link &&
      !inSetup &&
      h(SignIn, {
        words,
        site,
        ended: session.ended,
        onLanguage: chooseLanguage,
        onSignedIn: (signedIn) => setSession({ is: 'in', signedIn }),
      })
    }
    ${admin && !link && !inSetup && h(AdminContext.Provider, { value: admin, children: h(Shell, { children: h(Pages, null) }) })}
    ${h(ToastRegion, { toasts, undoLabel: words.t('common.undo'), dismissLabel: words.t('common.dismiss') })}
  </div>`;
}
