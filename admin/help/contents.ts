/** One help page. */
export interface HelpText {
  title: string;
  updated: string;
  related: readonly string[];
  html: string;
}

/** The help pages in the order of the contents; each has a file of its name in every language. */
export const helpNames = [
  'start',
  'calendar',
  'dashboard',
  'appointments',
  'customers',
  'customer',
  'notes',
  'trash',
  'duplicates',
  'import',
  'export',
  'mail',
  'catalog',
  'invoices',
  'messages',
  'providers',
  'team',
  'settings',
] as const;
export type HelpName = (typeof helpNames)[number];

export type HelpTexts = Readonly<Record<HelpName, HelpText>>;

/** The help in a language, fetched when it is first opened; English where there is none in it. */
export const helpIn = async (language: string): Promise<HelpTexts> =>
  language.split('-')[0] === 'de' ? (await import('./de.js')).de : (await import('./en.js')).en;

export const isHelpName = (name: string | undefined): name is HelpName => helpNames.includes(name as HelpName);
