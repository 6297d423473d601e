/** Fewest characters of a customer's password; staff need more (accounts/password-rules.ts, ATTACKS). */
export const shortestLoginPassword = 10;

/**
 * Whether a customer may get a login that is there. One that serves nobody, always. One that serves somebody already, when the
 * customer has the same e-mail: a family with one address. Any other would show a stranger's appointments to its holder (ATTACKS
 * S19). Both addresses are folded.
 */
export const mayShareLogin = (
  { emailKey, customers }: { emailKey: string; customers: number },
  customerEmail: string | null,
): boolean => customers === 0 || emailKey === customerEmail;
