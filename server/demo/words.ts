import type { Seeded } from './seeded.js';
import type { ServiceKey } from './services.js';

/* What customers of the demo write. */

export const customerReasons: readonly string[] = [
  'Something came up at work, sorry!',
  'I have caught a cold and would rather not bring it to you.',
  'Our flight was moved to the evening before.',
  'My daughter is ill. I will book again next week.',
  '',
  '',
];
export const businessReasons: readonly string[] = [
  'A burst pipe in the street: no water until the afternoon. Called, will book again.',
  'Called in the morning to cancel; the notice had passed, no charge.',
];
export const rejectionReason =
  'We already have a wedding that morning. We have called and offered the Friday before and the Saturday after.';

const first = ['First time with you – looking forward!', 'A friend told me about you. See you soon!'];
const firstGerman = [
  'Zum ersten Mal bei Ihnen – ich freue mich!',
  'Wir sind im Urlaub hier. Sprechen Sie etwas Deutsch?',
];
const anybody = [
  'I may be five minutes late, coming straight from work.',
  'Could I have the chair by the window, please?',
  'Is there somewhere to leave a pram?',
  'I will pay by card.',
];
const notes: Partial<Record<ServiceKey, readonly string[]>> = {
  cut: [
    'I would like to keep the length, only the ends.',
    'From shoulders to chin, I have a photo.',
    'Same as last time, please.',
  ],
  gentlemen: ['Short at the sides, longer on top.', 'Beard as well, if there is time.'],
  blowdry: ['Dinner at eight, so a bit of volume, please.'],
  roots: ['Allergic to PPD – please use the ammonia-free line.', 'My scalp is sensitive around the ears.'],
  gloss: ['It has gone a little brassy since the summer.'],
  balayage: ['Never coloured before. Nothing too blonde.', 'Please test first: I reacted to bleach two years ago.'],
  correction: ['Box dye, dark brown, twice since March.'],
  bridal: [
    'Ceremony at 15:00, hair half up with fresh flowers. My mother would come along.',
    'Four bridesmaids too, if you can; they need hair only.',
  ],
  massage: ['Left shoulder, years of computer work.', 'Please stay away from my right knee.', 'Allergic to arnica.'],
  scrub: ['Allergic to nuts – is there an oil without almond?'],
  facial: ['Dry skin, and rosacea in winter.', 'I use retinol, is that a problem?'],
  brows: ['Please keep them full.', 'Sensitive to henna, tint only.'],
  yoga: ['I bring my own mat.', 'Old knee injury, I will go gently.', 'Never done yoga!'],
  pilates: ['Slipped disc in 2021, all well now.', 'Six weeks to the half-marathon.'],
};

/** A note for one in five bookings, more often for a first one; otherwise empty. */
export function noteFor(chance: Seeded, service: ServiceKey, isFirst: boolean, language: 'en' | 'de'): string {
  if (isFirst && chance.chance(0.2)) return chance.pick(language === 'de' ? firstGerman : first);
  if (service !== 'bridal' && !chance.chance(0.16)) return '';
  const fitting = (notes[service] ?? []).filter((note) => !(isFirst && note.startsWith('Same')));
  return chance.pick(chance.chance(0.75) || service === 'bridal' ? fitting : anybody);
}
