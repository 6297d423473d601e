import type { Place, Provider, Service } from '../admin-api.js';

/** What each tab of a provider's page is given. */
export interface ProviderTabProps {
  provider: Provider;
  /** All of the business, in its order. */
  locations: readonly Place[];
  services: readonly Service[];
  /** The account may look and change nothing. */
  readOnly: boolean;
  onChanged: () => void;
}
