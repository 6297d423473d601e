/**
 * How much processor time (milliseconds) this process takes for `work`: what shows a pattern that runs away (ATTACKS S110), and stays
 * the same on a machine that does something else meanwhile.
 */
export async function cpuTimeOf(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
