/** Where a customer's picture is, or null when there is none. `size=64` or `size=256` (the default) may be added. */
export const pictureAddress = (customerNumber: number, key: string | null): string | null =>
  key === null ? null : `/api/v1/admin/customers/${customerNumber}/picture?of=${key}`;
