import { z } from 'zod';
import { endpoints } from '../lib/endpoint.js';
import {
  colour,
  currency,
  id,
  idText,
  line,
  lines,
  minor,
  minutes,
  phone,
  timeZone,
  webAddress,
} from '../lib/fields.js';

/** What the widget shows of what can be booked. Private, archived and inactive things are not in it (ATTACKS S08, S12). */
export const publicCatalog = z.object({
  categories: z.array(z.object({ id, name: z.string() })),
  services: z.array(
    z.object({
      id,
      categoryId: id,
      name: z.string(),
      description: z.string(),
      durationMinutes: z.int(),
      priceMinor: z.int(),
      currency: z.string(),
      capacity: z.int(),
      colour: z.string(),
      picture: z.string().nullable(),
      needsApproval: z.boolean(),
      /** Least notice for cancelling, in minutes before the start. */
      cancelNoticeMinutes: z.int(),
      /** Who performs it, in the business's order, with what it costs and takes with each. */
      providers: z.array(z.object({ id, priceMinor: z.int(), durationMinutes: z.int() })),
      /** Where it can be had. */
      locations: z.array(id),
    }),
  ),
  providers: z.array(z.object({ id, name: z.string(), picture: z.string().nullable(), locations: z.array(id) })),
  locations: z.array(z.object({ id, name: z.string(), address: z.string(), timeZone: z.string() })),
  /** What can be booked with these services; absent where there is nothing. Amounts and minutes are for one. */
  extras: z
    .array(
      z.object({
        id,
        name: z.string(),
        priceMinor: z.int(),
        currency: z.string(),
        minutes: z.int(),
        most: z.int(),
        services: z.array(id),
      }),
    )
    .optional(),
});

export const catalogEndpoints = endpoints({
  'GET /catalog': {
    who: 'anyone',
    summary: 'Everything a visitor can choose from.',
    answer: publicCatalog,
    errors: [],
    limit: 'read',
    prepared: true,
  },
});

const position = z.int().min(0).max(100_000);
const status = z.enum(['active', 'archived']);

const categoryFields = { name: line(120), position };
export const category = z.object({ id, name: z.string(), position: z.int() });
const newCategory = z.strictObject({ ...categoryFields, position: position.optional() });
const categoryChange = z.strictObject(categoryFields).partial();

const locationFields = { name: line(120), address: lines(400), phone: phone.nullable(), timeZone, position, status };
export const location = z.object({
  id,
  name: z.string(),
  address: z.string(),
  phone: z.string().nullable(),
  timeZone: z.string(),
  position: z.int(),
  status,
});
const newLocation = z.strictObject({
  ...locationFields,
  address: lines(400).default(''),
  phone: phone.nullable().default(null),
  position: position.optional(),
  status: status.default('active'),
});
const locationChange = z.strictObject(locationFields).partial();

/** Longest duration and buffers; together they bound how far back a busy interval can begin. */
export const longestDuration = 24 * 60;
export const longestBuffer = 4 * 60;

const serviceFields = {
  categoryId: id,
  name: line(120),
  description: lines(2000),
  durationMinutes: minutes(5, longestDuration),
  stepMinutes: minutes(5, longestDuration),
  priceMinor: minor,
  currency,
  bufferBeforeMinutes: minutes(0, longestBuffer),
  bufferAfterMinutes: minutes(0, longestBuffer),
  capacity: z.int().min(1).max(1000),
  leadMinutes: minutes(0, 365 * 24 * 60),
  horizonDays: z.int().min(1).max(730),
  cancelNoticeMinutes: minutes(0, 365 * 24 * 60),
  rescheduleNoticeMinutes: minutes(0, 365 * 24 * 60),
  colour,
  picture: webAddress.nullable(),
  visibility: z.enum(['visible', 'private']),
  status,
  needsApproval: z.boolean(),
  position,
};
export const service = z.object({
  ...serviceFields,
  id,
  name: z.string(),
  description: z.string(),
  picture: z.string().nullable(),
  currency: z.string(),
  colour: z.string(),
});
const newService = z.strictObject({
  ...serviceFields,
  description: lines(2000).default(''),
  stepMinutes: minutes(5, longestDuration).default(15),
  bufferBeforeMinutes: minutes(0, longestBuffer).default(0),
  bufferAfterMinutes: minutes(0, longestBuffer).default(0),
  capacity: z.int().min(1).max(1000).default(1),
  leadMinutes: minutes(0, 365 * 24 * 60).default(60),
  horizonDays: z.int().min(1).max(730).default(90),
  cancelNoticeMinutes: minutes(0, 365 * 24 * 60).default(24 * 60),
  rescheduleNoticeMinutes: minutes(0, 365 * 24 * 60).default(24 * 60),
  colour: colour.default('#5b6472'),
  picture: webAddress.nullable().default(null),
  visibility: z.enum(['visible', 'private']).default('visible'),
  status: status.default('active'),
  needsApproval: z.boolean().default(false),
  position: position.optional(),
});
const serviceChange = z.strictObject(serviceFields).partial();

export type Category = z.output<typeof category>;
export type Location = z.output<typeof location>;
export type Service = z.output<typeof service>;
export type NewService = z.output<typeof newService>;
export type ServiceChange = z.output<typeof serviceChange>;
export type NewLocation = z.output<typeof newLocation>;
export type LocationChange = z.output<typeof locationChange>;
export type NewCategory = z.output<typeof newCategory>;
export type CategoryChange = z.output<typeof categoryChange>;

const byId = z.strictObject({ id: idText });
const nothing = z.null();

export const catalogAdminEndpoints = endpoints({
  'GET /categories': {
    who: 'catalog.view',
    summary: 'All categories in order.',
    answer: z.object({ items: z.array(category) }),
    errors: [],
    limit: 'read',
  },
  'POST /categories': {
    who: 'catalog.edit',
    summary: 'Add a category.',
    body: newCategory,
    answer: category,
    status: 201,
    errors: [],
    limit: 'write',
  },
  'PATCH /categories/:id': {
    who: 'catalog.edit',
    summary: 'Change a category.',
    params: byId,
    body: categoryChange,
    answer: category,
    errors: ['not_found'],
    limit: 'write',
  },
  'DELETE /categories/:id': {
    who: 'catalog.edit',
    summary: 'Remove a category without services.',
    params: byId,
    answer: nothing,
    status: 204,
    errors: ['not_found', 'in_use'],
    limit: 'write',
  },
  'GET /locations': {
    who: 'catalog.view',
    summary: 'All locations in order.',
    answer: z.object({ items: z.array(location) }),
    errors: [],
    limit: 'read',
  },
  'POST /locations': {
    who: 'catalog.edit',
    summary: 'Add a location.',
    body: newLocation,
    answer: location,
    status: 201,
    errors: [],
    limit: 'write',
  },
  'PATCH /locations/:id': {
    who: 'catalog.edit',
    summary: 'Change a location.',
    params: byId,
    body: locationChange,
    answer: location,
    errors: ['not_found'],
    limit: 'write',
  },
  'DELETE /locations/:id': {
    who: 'catalog.edit',
    summary: 'Remove a location that nothing refers to.',
    params: byId,
    answer: nothing,
    status: 204,
    errors: ['not_found', 'in_use'],
    limit: 'write',
  },
  'GET /services': {
    who: 'catalog.view',
    summary: 'All services in order.',
    answer: z.object({ items: z.array(service) }),
    errors: [],
    limit: 'read',
  },
  'POST /services': {
    who: 'catalog.edit',
    summary: 'Add a service.',
    body: newService,
    answer: service,
    status: 201,
    errors: [],
    limit: 'write',
  },
  'GET /services/:id': {
    who: 'catalog.view',
    summary: 'One service.',
    params: byId,
    answer: service,
    errors: ['not_found'],
    limit: 'read',
  },
  'PATCH /services/:id': {
    who: 'catalog.edit',
    summary: 'Change a service.',
    params: byId,
    body: serviceChange,
    answer: service,
    errors: ['not_found'],
    limit: 'write',
  },
  'DELETE /services/:id': {
    who: 'catalog.edit',
    summary: 'Remove a service that was never booked.',
    params: byId,
    answer: nothing,
    status: 204,
    errors: ['not_found', 'in_use'],
    limit: 'write',
  },
});
