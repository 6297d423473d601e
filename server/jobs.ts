import { randomUUID } from 'node:crypto';
import { Cron } from 'croner';
import type { Context } from './context.js';
import { isDuplicate } from './db/transact.js';
import { HOUR, MINUTE } from './lib/time-zone.js';

/** The timetable of background work: each line calls one verb. Mail has a loop of its own (notifications/service.ts). */
const timetable = (context: Context): readonly { name: string; pattern: string; work(): Promise<unknown> }[] => [
  { name: 'forget-old-idempotency-keys', pattern: '7 * * * *', work: context.upkeep.forgetOldKeys },
  { name: 'end-old-sessions', pattern: '17 * * * *', work: context.upkeep.endOldSessions },
];

/** Starts the timetable; the answer stops it. Of several servers, the one that takes the job's lease runs it. */
export function startJobs(context: Context): () => void {
  const owner = randomUUID();
  const crons = timetable(context).map(
    ({ name, pattern, work }) =>
      new Cron(pattern, { timezone: 'UTC', protect: true }, async () => {
        try {
          if (await takeTurn(context, name, owner)) await work();
        } catch (error) {
          context.log.error({ err: error, job: name }, 'a job failed');
        }
      }),
  );
  return () => {
    for (const cron of crons) cron.stop();
  };
}

async function takeTurn({ db, clock }: Context, name: string, owner: string): Promise<boolean> {
  const now = clock.now();
  try {
    if (!(await db('job_runs').where({ name }).first('name'))) await db('job_runs').insert({ name });
  } catch (error) {
    if (!isDuplicate(error)) throw error;
  }
  const taken = await db('job_runs')
    .where({ name })
    .andWhere('lease_until', '<', now)
    .andWhere('last_run_at', '<', now - HOUR / 2)
    .update({ lease_owner: owner, lease_until: now + 10 * MINUTE, last_run_at: now });
  return taken === 1;
}
