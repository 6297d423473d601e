/** What a promise was refused with; fails when it was kept. */
export async function refusalOf(work: Promise<unknown>): Promise<Error> {
  const outcome = await work.then(
    () => null,
    (error: Error) => error,
  );
  if (outcome) return outcome;
  throw new Error('It was not refused.');
}
