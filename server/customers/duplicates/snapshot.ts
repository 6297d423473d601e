import type { MovedLogin } from './move-login.js';

/** What a merge keeps to be taken back. Values are personal data: erasing either customer empties it. */
export interface Snapshot {
  /** Fields taken from the other, with the kept one's values before and after. */
  before: Record<string, string | number | null>;
  after: Record<string, string | number | null>;
  /** Ids of the rows that were moved. */
  moved: { bookings: number[]; notes: number[]; messages: number[] };
  /** Numbers of customers that had been merged into the other before. */
  followers: number[];
  /** Sensitive fields that the kept one got. */
  sensitive: string[];
  /** Absent in snapshots of earlier versions. */
  access?: MovedLogin;
}
