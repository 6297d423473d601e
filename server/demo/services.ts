/** A service of the demo. Lengths in minutes, prices in cents. */
export interface DemoService {
  key: ServiceKey;
  category: number;
  name: string;
  description: string;
  duration: number;
  price: number;
  colour: string;
  step?: number;
  bufferBefore?: number;
  bufferAfter?: number;
  capacity?: number;
  /** 60 when absent. */
  lead?: number;
  /** Days; 90 when absent. */
  horizon?: number;
  /** To cancel or reschedule; 24 hours when absent. */
  notice?: number;
  visibility?: 'private';
  needsApproval?: true;
}

export type ServiceKey =
  | 'cut'
  | 'gentlemen'
  | 'blowdry'
  | 'bridal'
  | 'roots'
  | 'gloss'
  | 'balayage'
  | 'correction'
  | 'massage'
  | 'scrub'
  | 'facial'
  | 'brows'
  | 'yoga'
  | 'pilates';

const hours = 60;

export const demoCategories = ['Hair', 'Colour', 'Body & face', 'Movement'] as const;
const [hair, colour, body, movement] = [1, 2, 3, 4] as const;

/** In the order of the price list. The colours of a category are neighbours: sea, clay, dusk and garden. */
export const demoServices: readonly DemoService[] = [
  {
    key: 'cut',
    category: hair,
    name: 'Cut & finish',
    description: 'A talk, a wash, a precise cut and a blow-dry that you can repeat at home.',
    ...{ duration: 60, price: 4600, lead: 2 * hours, colour: '#1f6f78' },
  },
  {
    key: 'gentlemen',
    category: hair,
    name: 'Gentlemen’s cut',
    description: 'Scissors or clippers, a clean neckline and a hot towel to end with.',
    ...{ duration: 30, price: 2400, horizon: 60, notice: 4 * hours, colour: '#2f7d6d' },
  },
  {
    key: 'blowdry',
    category: hair,
    name: 'Wash & blow-dry',
    description: 'A slow wash with a head massage, then smooth, wavy or full, as the evening asks.',
    ...{ duration: 45, price: 2800, horizon: 60, notice: 12 * hours, colour: '#3b8288' },
  },
  {
    key: 'bridal',
    category: hair,
    name: 'Bridal hair & make-up',
    description: 'Hair and make-up for the day itself; we look at your wishes and confirm within a day.',
    ...{ duration: 150, price: 18_000, step: 30, bufferAfter: 15, lead: 24 * hours, horizon: 120 },
    ...{ notice: 72 * hours, needsApproval: true, colour: '#2a5d8f' },
  },
  {
    key: 'roots',
    category: colour,
    name: 'Root touch-up',
    description: 'Your own shade carried on to the parting, ammonia-free if you wish, rinsed and rough-dried.',
    ...{ duration: 90, price: 6200, bufferAfter: 15, lead: 4 * hours, colour: '#b0533b' },
  },
  {
    key: 'gloss',
    category: colour,
    name: 'Gloss & tone',
    description: 'A sheer glaze that cools or warms your colour and gives back its shine for about six weeks.',
    ...{ duration: 45, price: 3800, bufferAfter: 15, lead: 4 * hours, colour: '#bf6a3d' },
  },
  {
    key: 'balayage',
    category: colour,
    name: 'Balayage',
    description:
      'Light painted by hand where the sun would put it, toned, treated and blow-dried; it takes an afternoon.',
    ...{ duration: 180, price: 14_500, step: 30, bufferAfter: 15, lead: 12 * hours, horizon: 120, colour: '#a2474f' },
  },
  {
    key: 'correction',
    category: colour,
    name: 'Colour correction',
    description: 'Step by step out of a colour that went wrong; only after a talk, so our team books it with you.',
    ...{ duration: 240, price: 23_000, step: 30, bufferAfter: 30, lead: 24 * hours, horizon: 120, notice: 48 * hours },
    ...{ visibility: 'private', colour: '#86394a' },
  },
  {
    key: 'massage',
    category: body,
    name: 'Deep-tissue massage',
    description: 'Slow, firm work on back, neck and legs; tell us where it is tight and where to stay away.',
    ...{ duration: 60, price: 6500, bufferBefore: 5, bufferAfter: 10, lead: 3 * hours, colour: '#6a5a9c' },
  },
  {
    key: 'scrub',
    category: body,
    name: 'Sea-salt scrub & wrap',
    description: 'Azorean salt and sweet almond oil, then half an hour wrapped warm while the skin drinks.',
    ...{ duration: 75, price: 7800, step: 30, bufferAfter: 15, lead: 3 * hours, colour: '#7d5a94' },
  },
  {
    key: 'facial',
    category: body,
    name: 'Hydrating facial',
    description: 'A deep cleanse, a green-tea mask and a face massage for skin that saw too much sun and wind.',
    ...{ duration: 60, price: 5900, step: 30, lead: 2 * hours, colour: '#8e5c86' },
  },
  {
    key: 'brows',
    category: body,
    name: 'Brow shape & tint',
    description: 'Measured, shaped with thread and tinted to your hair, for brows that look like yours on a good day.',
    ...{ duration: 30, price: 2200, horizon: 60, notice: 12 * hours, colour: '#99607a' },
  },
  {
    key: 'yoga',
    category: movement,
    name: 'Sunrise yoga',
    description: 'A gentle hour for eight people before the city wakes; mats and tea are ours, no experience needed.',
    // The length of a day: one start a window, when the teacher's morning begins.
    ...{ duration: 60, price: 1200, step: 24 * hours, capacity: 8, lead: 10 * hours, horizon: 60, notice: 12 * hours },
    ...{ colour: '#66792f' },
  },
  {
    key: 'pilates',
    category: movement,
    name: 'Pilates one-to-one',
    description: 'An hour on the mat and the reformer, built around your back, your knees or your next marathon.',
    ...{ duration: 60, price: 4500, step: 30, lead: 6 * hours, colour: '#457a4c' },
  },
];

export const serviceId = (key: ServiceKey): number => demoServices.findIndex((service) => service.key === key) + 1;

/** The service with an id. */
export function serviceOf(id: number): DemoService {
  const found = demoServices[id - 1];
  if (!found) throw new RangeError(`the demo has no service ${id}`);
  return found;
}
