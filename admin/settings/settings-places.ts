import type { IconNode } from 'lucide';
import {
  ArrowLeftRight,
  CalendarClock,
  Globe,
  IdCard,
  ListChecks,
  Lock,
  Palette,
  ReceiptText,
  ScrollText,
  SlidersHorizontal,
  Store,
} from 'lucide';

export const settingsPlaceNames = [
  'business',
  'booking',
  'terms',
  'invoices',
  'look',
  'sites',
  'fields',
  'general',
  'roles',
  'transfer',
  'environment',
] as const;
export type SettingsPlaceName = (typeof settingsPlaceNames)[number];

export interface SettingsPlace {
  name: SettingsPlaceName;
  path: string;
  icon: IconNode;
}

const own = (name: SettingsPlaceName, icon: IconNode): SettingsPlace => ({
  name,
  path: `/admin/settings/${name}`,
  icon,
});

/** The pages of the settings in their groups. Roles have their place beside the team. */
export const settingsGroups = [
  {
    name: 'shop',
    places: [
      own('business', Store),
      own('booking', CalendarClock),
      own('terms', ScrollText),
      own('invoices', ReceiptText),
    ],
  },
  { name: 'website', places: [own('look', Palette), own('sites', Globe)] },
  {
    name: 'office',
    places: [
      own('fields', ListChecks),
      own('general', SlidersHorizontal),
      { name: 'roles', path: '/admin/team/roles', icon: IdCard },
    ],
  },
  { name: 'installation', places: [own('transfer', ArrowLeftRight), own('environment', Lock)] },
] as const satisfies readonly { name: string; places: readonly SettingsPlace[] }[];
