import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Toasts } from '../widget/kit/toast.js';
import type { AdminClient, Permission, SignedIn, Site } from './admin-api.js';
import type { AdminWords } from './admin-words.js';

/** What every page of the admin works with. */
export interface Admin {
  api: AdminClient;
  words: AdminWords;
  site: Site;
  signedIn: SignedIn;
  toasts: Toasts;
  may(permission: Permission): boolean;
  /** The server no longer knows the session: the sign-in appears, and afterwards the same address again. */
  sessionEnded(): void;
  signOut(): Promise<void>;
  /** What the account is called, or may, was changed by itself. */
  signedInAgain(signedIn: SignedIn): void;
  chooseLanguage(language: string): void;
}

export const AdminContext = createContext<Admin | null>(null);

export function useAdmin(): Admin {
  const admin = useContext(AdminContext);
  if (!admin) throw new Error('useAdmin outside the admin');
  return admin;
}
