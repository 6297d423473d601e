/** A row of `customers` as the database has it. */
export interface CustomerRow {
  id: number;
  first_name: string;
  last_name: string;
  display_name: string;
  display_name_set: 0 | 1;
  sort_name: string;
  email: string | null;
  email_folded: string | null;
  phone: string | null;
  phone_e164: string | null;
  phone_national: string | null;
  identity_key: string | null;
  gender: string | null;
  birth_date: string | null;
  language: string | null;
  time_zone: string | null;
  newsletter: 0 | 1;
  occupation: string | null;
  address_1: string | null;
  address_2: string | null;
  city: string | null;
  state: string | null;
  postal_code: string | null;
  country: string | null;
  nationality: string | null;
  note: string | null;
  picture_key: string | null;
  status: CustomerStatus;
  source: string;
  version: number;
  created_at: number;
  updated_at: number | null;
  trashed_at: number | null;
  erased_at: number | null;
  merged_into: number | null;
  import_id: number | null;
  login_id: number | null;
  /** 0: wants no greeting on the birthday. */
  greetings: 0 | 1;
  last_start_at: number | null;
  latest_start_at: number | null;
}

export const customerStatuses = ['active', 'trashed', 'merged', 'erased'] as const;
export type CustomerStatus = (typeof customerStatuses)[number];
