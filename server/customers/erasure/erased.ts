/** What stands where an erased person's name stood: parts for bookings, which show a first and a last name. */
export const erasedParts = (number: number): { firstName: string; lastName: string } => ({
  firstName: 'Erased customer',
  lastName: `#${number}`,
});

/** “Erased customer #12”. */
export const erasedName = (number: number): string => {
  const { firstName, lastName } = erasedParts(number);
  return `${firstName} ${lastName}`;
};

/** As many values as one statement takes on every database, and more than one person has of most things. */
const chunk = 500;

/** Does something with many ids, some at a time. */
export async function inChunks<T>(all: readonly T[], work: (some: T[]) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < all.length; from += chunk) await work(all.slice(from, from + chunk));
}
