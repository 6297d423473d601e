import { randomUUID } from 'node:crypto';
import { Cron } from 'croner';
import type { Context } from './context.js';
import { isDuplicate } from './db/transact.js';
import { HOUR, MINUTE } from './lib/time-zone.js';

interface Job {
  name: string;
  pattern: string;
  /** Milliseconds below the time between two turns: whoever comes second to a turn finds it taken. */
  atLeast: number;
  work(): Promise<unknown>;
}

/** The timetable of background work: each line calls one verb. Mail has a loop of its own (notifications/service.ts). */
const timetable = (context: Context): readonly Job[] => [
  { name: 'forget-old-idempotency-keys', pattern: '7 * * * *', atLeast: HOUR / 2, work: context.upkeep.forgetOldKeys },
  { name: 'end-old-sessions', pattern: '17 * * * *', atLeast: HOUR / 2, work: context.upkeep.endOldSessions },
  { name: 'advance-last-appointments', pattern: '* * * * *', atLeast: MINUTE / 2, work: context.upkeep.advanceVisits },
  { name: 'announce-reminders', pattern: '* * * * *', atLeast: MINUTE / 2, work: context.upkeep.announceReminders },
  { name: 'greet-birthdays', pattern: '* * * * *', atLeast: MINUTE / 2, work: context.upkeep.greetBirthdays },
  { name: 'forget-old-greetings', pattern: '47 3 * * *', atLeast: HOUR, work: context.upkeep.forgetGreetings },
  { name: 'forget-deleted-notes', pattern: '27 * * * *', atLeast: HOUR / 2, work: context.upkeep.forgetNotes },
  { name: 'resume-imports', pattern: '* * * * *', atLeast: MINUTE / 2, work: context.upkeep.resumeImports },
  { name: 'forget-old-imports', pattern: '37 * * * *', atLeast: HOUR / 2, work: context.upkeep.forgetImports },
  { name: 'draw-up-invoices', pattern: '* * * * *', atLeast: MINUTE / 2, work: context.upkeep.drawUpInvoices },
  { name: 'find-duplicates', pattern: '*/5 * * * *', atLeast: MINUTE, work: context.upkeep.findDuplicates },
  { name: 'seal-audit', pattern: '* * * * *', atLeast: MINUTE / 2, work: context.upkeep.sealAudit },
  { name: 'forget-bulk-actions', pattern: '37 * * * *', atLeast: HOUR / 2, work: context.upkeep.forgetBulkActions },
  { name: 'forget-old-merges', pattern: '37 3 * * *', atLeast: HOUR, work: context.upkeep.forgetMerges },
  { name: 'complete-old-customers', pattern: '*/2 * * * *', atLeast: MINUTE, work: context.upkeep.completeCustomers },
];

/** Starts the timetable; the answer stops it. Of several servers, the one that takes the job's lease runs it. */
export function startJobs(context: Context): () => void {
  const owner = randomUUID();
  const crons = timetable(context).map(
    (job) =>
      new Cron(job.pattern, { timezone: 'UTC', protect: true }, async () => {
        try {
          if (await takeTurn(context, job, owner)) await job.work();
        } catch (error) {
          context.log.error({ err: error, job: job.name }, 'a job failed');
        }
      }),
  );
  return () => {
    for (const cron of crons) cron.stop();
  };
}

async function takeTurn({ db, clock }: Context, { name, atLeast }: Job, owner: string): Promise<boolean> {
  const now = clock.now();
  try {
    if (!(await db('job_runs').where({ name }).first('name'))) await db('job_runs').insert({ name });
  } catch (error) {
    if (!isDuplicate(error)) throw error;
  }
  const taken = await db('job_runs')
    .where({ name })
    .andWhere('lease_until', '<', now)
    .andWhere('last_run_at', '<', now - atLeast)
    .update({ lease_owner: owner, lease_until: now + 10 * MINUTE, last_run_at: now });
  return taken === 1;
}
