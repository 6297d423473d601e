/** What can become of a customer's place in an appointment, and of the appointment's time. */
export const itemStatuses = ['pending', 'confirmed', 'completed', 'no_show', 'cancelled', 'rejected'] as const;
export type ItemStatus = (typeof itemStatuses)[number];

/** Those that take a provider's time: also what is over, and what nobody came to. */
export const standingStatuses: readonly ItemStatus[] = ['pending', 'confirmed', 'completed', 'no_show'];

/** Those that still wait for their day. */
export const openStatuses: readonly ItemStatus[] = ['pending', 'confirmed'];

/** Those that count as a customer's appointments: they came, or will. */
export const countedStatuses: readonly ItemStatus[] = ['pending', 'confirmed', 'completed'];

/** Those in which the customer has come once the time is over. */
export const keptStatuses: readonly ItemStatus[] = ['confirmed', 'completed'];
