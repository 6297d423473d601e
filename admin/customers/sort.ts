const sorts = ['name', '-name', 'number', '-number', 'created', '-created'] as const;
export type CustomerSort = (typeof sorts)[number];

/** The order that an address asks for; by name where it asks for none that there is. */
export const readSort = (text: string | undefined): CustomerSort => sorts.find((sort) => sort === text) ?? 'name';
