import type { SetupDraft } from './draft.js';

/*
 * The draft and the link's token outlive a reload, in this tab alone. The password does not.
 */
const draftName = 'bookpane-setup';
const tokenName = 'bookpane-setup-token';

const storage = (): Storage | null => {
  try {
    return sessionStorage;
  } catch {
    return null;
  }
};

export function keepDraft(draft: SetupDraft): void {
  storage()?.setItem(draftName, JSON.stringify(draft));
}

export function keptDraft(): SetupDraft | null {
  const text = storage()?.getItem(draftName);
  try {
    return text ? (JSON.parse(text) as SetupDraft) : null;
  } catch {
    return null;
  }
}

/** The token of the address, which is taken out of it at once, so that it stays in no history and on no screen. */
export function takeToken(): string {
  const token = location.hash.slice(1);
  if (token) {
    history.replaceState(null, '', location.pathname);
    if (token !== storage()?.getItem(tokenName)) forget();
    storage()?.setItem(tokenName, token);
  }
  return token || (storage()?.getItem(tokenName) ?? '');
}

export function forget(): void {
  storage()?.removeItem(draftName);
  storage()?.removeItem(tokenName);
}
