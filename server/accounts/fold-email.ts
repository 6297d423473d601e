/** One spelling of an address to find accounts by. */
export const foldEmail = (email: string): string => email.trim().normalize('NFKC').toLowerCase();
