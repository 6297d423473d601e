import type { Offer, SetupDraft } from './draft.js';
import type { Faults } from './faults.js';
import type { SetupWords } from './setup-words.js';

/** What every step of the set-up works with. */
export interface StepProps {
  words: SetupWords;
  offer: Offer;
  draft: SetupDraft;
  onDraft: (some: Partial<SetupDraft>) => void;
  /** Shown once the step was tried to be left. */
  faults: Faults;
}
