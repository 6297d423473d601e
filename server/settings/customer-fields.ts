import { z } from 'zod';

/** What a form does with a field of the customer record. */
export const fieldUses = ['required', 'shown', 'hidden'] as const;
export type FieldUse = (typeof fieldUses)[number];

/** Where customers are written down: by staff, and by visitors who book. */
export const surfaces = ['admin', 'widget'] as const;
export type Surface = (typeof surfaces)[number];

interface Choices {
  admin: readonly FieldUse[];
  widget: readonly FieldUse[];
}

const anyUse = fieldUses;
const showOrHide = ['shown', 'hidden'] as const;
const anywhere = { admin: anyUse, widget: anyUse } as const;
const staffOnly = { admin: anyUse, widget: ['hidden'] } as const;

/**
 * What each field may be on each surface; what may not be left empty by its nature (the first name) is no choice. In the order of
 * the form.
 */
export const fieldChoices = {
  // Of a visitor the country alone: sensitive numbers are asked for by staff.
  nationality: anywhere,
  lastName: { admin: anyUse, widget: ['required'] },
  displayName: { admin: showOrHide, widget: ['hidden'] },
  email: { admin: anyUse, widget: ['required', 'shown'] },
  phone: { admin: anyUse, widget: ['required', 'shown'] },
  gender: anywhere,
  birthDate: anywhere,
  occupation: anywhere,
  address1: anywhere,
  address2: anywhere,
  postalCode: anywhere,
  city: anywhere,
  state: anywhere,
  country: anywhere,
  language: staffOnly,
  timeZone: staffOnly,
  // Consent that is required would be none.
  newsletter: { admin: showOrHide, widget: showOrHide },
  note: { admin: showOrHide, widget: ['hidden'] },
  picture: { admin: showOrHide, widget: ['hidden'] },
} as const satisfies Record<string, Choices>;

export type CustomerField = keyof typeof fieldChoices;
export type CustomerFields = Record<CustomerField, Record<Surface, FieldUse>>;

export const customerFieldNames = Object.keys(fieldChoices) as CustomerField[];

/** What the widget asks beside names, e-mail, phone and the note to the booking, where the business wishes it. */
export const visitorFieldNames = [
  'nationality',
  'gender',
  'birthDate',
  'occupation',
  'address1',
  'address2',
  'postalCode',
  'city',
  'state',
  'country',
  'newsletter',
] as const satisfies readonly CustomerField[];
export type VisitorField = (typeof visitorFieldNames)[number];

/** Which of them visitors are asked, each with whether it is required. */
export type VisitorFields = Partial<Record<VisitorField, boolean>>;

export const visitorFieldsOf = (fields: CustomerFields): VisitorFields =>
  Object.fromEntries(
    visitorFieldNames
      .filter((name) => fields[name].widget !== 'hidden')
      .map((name) => [name, fields[name].widget === 'required']),
  );

/**
 * Until somebody decides: last name and e-mail are required everywhere (FEATURES, “Which fields are required”), and visitors are asked
 * for a phone number and for nothing more.
 */
export const initialFields: CustomerFields = Object.fromEntries(
  customerFieldNames.map((name) => {
    const { admin, widget } = fieldChoices[name];
    const needed = name === 'lastName' || name === 'email';
    const use = (choices: readonly FieldUse[], shown: boolean): FieldUse =>
      needed ? 'required' : shown && choices.includes('shown') ? 'shown' : 'hidden';
    return [name, { admin: use(admin, true), widget: use(widget, name === 'phone') }];
  }),
) as CustomerFields;

const oneOf = (choices: readonly FieldUse[]) =>
  z.enum(fieldUses).refine((use) => choices.includes(use), `must be one of ${choices.join(', ')}`);

type Shape<Of extends z.ZodType> = Record<CustomerField, Of>;
const shapeOf = <Of extends z.ZodType>(of: (choices: Choices) => Of): Shape<Of> =>
  Object.fromEntries(customerFieldNames.map((name) => [name, of(fieldChoices[name])])) as Shape<Of>;

export const customerFields = z.strictObject(
  shapeOf(({ admin, widget }) => z.strictObject({ admin: oneOf(admin), widget: oneOf(widget) })),
);

/** A change of some fields on some surfaces; the others stay. */
export const customerFieldsChange = z
  .strictObject(
    shapeOf(({ admin, widget }) =>
      z
        .strictObject({ admin: oneOf(admin), widget: oneOf(widget) })
        .partial()
        .optional(),
    ),
  )
  .partial();

/** What may be chosen, as the settings page needs to know it. */
export const customerFieldChoices = z.object(
  shapeOf(() => z.object({ admin: z.array(z.enum(fieldUses)), widget: z.array(z.enum(fieldUses)) })),
);

/**
 * What was stored, completed by what is initial: a field that is new since, or a value that this version doesn't know, is as
 * it is until somebody decides.
 */
export function completeFields(stored: unknown, initial: CustomerFields = initialFields): CustomerFields {
  const found = (stored ?? {}) as Partial<Record<string, Partial<Record<Surface, unknown>>>>;
  const complete = (name: CustomerField) =>
    surfaces.map((surface) => {
      const use = (fieldChoices[name][surface] as readonly unknown[]).find((known) => known === found[name]?.[surface]);
      return [surface, use ?? initial[name][surface]];
    });
  return Object.fromEntries(
    customerFieldNames.map((name) => [name, Object.fromEntries(complete(name))]),
  ) as unknown as CustomerFields;
}
