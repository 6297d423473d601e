import { z } from 'zod';
import { endpoints } from '../lib/endpoint.js';
import { day, email, id, idText, instant, line, lines, minor, minutes, phone, webAddress } from '../lib/fields.js';
import { weeklyWindow, window } from './hours-schema.js';

const position = z.int().min(0).max(100_000);
const status = z.enum(['active', 'archived']);

/** A service that the provider performs; null means the service's own price or duration. */
const performed = z.strictObject({
  serviceId: id,
  priceMinor: minor.nullable().default(null),
  durationMinutes: minutes(5, 24 * 60)
    .nullable()
    .default(null),
});

const providerFields = {
  name: line(120),
  email: email.nullable(),
  phone: phone.nullable(),
  picture: webAddress.nullable(),
  locations: z.array(id).max(100),
  services: z.array(performed).max(1000),
  position,
  status,
};

export const provider = z.object({
  id,
  name: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  picture: z.string().nullable(),
  locations: z.array(id),
  services: z.array(z.object({ serviceId: id, priceMinor: z.int().nullable(), durationMinutes: z.int().nullable() })),
  position: z.int(),
  status,
});
const newProvider = z.strictObject({
  ...providerFields,
  email: email.nullable().default(null),
  phone: phone.nullable().default(null),
  picture: webAddress.nullable().default(null),
  services: z.array(performed).max(1000).default([]),
  position: position.default(0),
  status: status.default('active'),
});
const providerChange = z.strictObject(providerFields).partial();

const week = z.strictObject({ windows: z.array(weeklyWindow).max(200) });

const specialDay = z.strictObject({ day, windows: z.array(window).max(20), note: lines(200).default('') });
const specialDayAnswer = z.object({ id, day: z.string(), windows: z.array(z.object(window.shape)), note: z.string() });

const absenceFields = { startsAt: instant, endsAt: instant, note: lines(200).default('') };
const newAbsence = z
  .strictObject(absenceFields)
  .refine((absence) => absence.startsAt < absence.endsAt, { message: 'must be after the start', path: ['endsAt'] });
const absence = z.object({ id, startsAt: z.string(), endsAt: z.string(), note: z.string() });

const newClosure = z
  .strictObject({ locationId: id.nullable().default(null), firstDay: day, lastDay: day, name: line(120) })
  .refine((closure) => closure.firstDay <= closure.lastDay, {
    message: 'must not be before the first day',
    path: ['lastDay'],
  });
const closure = z.object({
  id,
  locationId: id.nullable(),
  firstDay: z.string(),
  lastDay: z.string(),
  name: z.string(),
});

export type Provider = z.output<typeof provider>;
export type Performed = Provider['services'][number];
export type SpecialDay = z.output<typeof specialDayAnswer>;
export type Absence = z.output<typeof absence>;
export type Closure = z.output<typeof closure>;
export type NewProvider = z.output<typeof newProvider>;
export type ProviderChange = z.output<typeof providerChange>;
export type Week = z.output<typeof week>;
export type NewSpecialDay = z.output<typeof specialDay>;
export type NewAbsence = z.output<typeof newAbsence>;
export type NewClosure = z.output<typeof newClosure>;

const byId = z.strictObject({ id: idText });
const byBoth = z.strictObject({ id: idText, itemId: idText });
const nothing = z.null();

export const providerAdminEndpoints = endpoints({
  'GET /providers': {
    who: 'providers.view',
    summary: 'All providers in order.',
    answer: z.object({ items: z.array(provider) }),
    errors: [],
    limit: 'read',
  },
  'POST /providers': {
    who: 'providers.edit',
    summary: 'Add a provider.',
    body: newProvider,
    answer: provider,
    status: 201,
    errors: [],
    limit: 'write',
  },
  'PUT /providers/order': {
    who: 'providers.edit',
    summary: 'Put all providers into an order.',
    body: z.strictObject({ ids: z.array(id).max(5000) }),
    answer: nothing,
    status: 204,
    errors: ['stale'],
    limit: 'write',
  },
  'GET /providers/:id': {
    who: 'providers.view',
    summary: 'One provider.',
    params: byId,
    answer: provider,
    errors: ['not_found'],
    limit: 'read',
  },
  'PATCH /providers/:id': {
    who: 'providers.edit',
    summary: 'Change a provider.',
    params: byId,
    body: providerChange,
    answer: provider,
    errors: ['not_found'],
    limit: 'write',
  },
  'DELETE /providers/:id': {
    who: 'providers.edit',
    summary: 'Remove a provider who was never booked.',
    params: byId,
    answer: nothing,
    status: 204,
    errors: ['not_found', 'in_use'],
    limit: 'write',
  },
  'GET /providers/:id/working-hours': {
    who: 'providers.view',
    summary: 'The weekly windows that hold this week.',
    params: byId,
    answer: z.object({ windows: z.array(z.object(weeklyWindow.shape)) }),
    errors: ['not_found'],
    limit: 'read',
  },
  'PUT /providers/:id/working-hours': {
    who: 'providers.edit',
    summary: 'Replace the weekly windows of a provider whose hours are the same every week.',
    params: byId,
    body: week,
    answer: z.object({ windows: z.array(z.object(weeklyWindow.shape)) }),
    errors: ['not_found', 'conflict'],
    limit: 'write',
  },
  'GET /providers/:id/special-days': {
    who: 'providers.view',
    summary: 'Dates with hours of their own.',
    params: byId,
    answer: z.object({ items: z.array(specialDayAnswer) }),
    errors: ['not_found'],
    limit: 'read',
  },
  'POST /providers/:id/special-days': {
    who: 'providers.edit',
    summary: 'Give a date hours of its own; none means not working.',
    params: byId,
    body: specialDay,
    answer: specialDayAnswer,
    status: 201,
    errors: ['not_found', 'conflict'],
    limit: 'write',
  },
  'DELETE /providers/:id/special-days/:itemId': {
    who: 'providers.edit',
    summary: 'Go back to the weekly windows.',
    params: byBoth,
    answer: nothing,
    status: 204,
    errors: ['not_found'],
    limit: 'write',
  },
  'GET /providers/:id/absences': {
    who: 'providers.view',
    summary: 'Time off of a provider.',
    params: byId,
    answer: z.object({ items: z.array(absence) }),
    errors: ['not_found'],
    limit: 'read',
  },
  'POST /providers/:id/absences': {
    who: 'providers.edit',
    summary: 'Add time off.',
    params: byId,
    body: newAbsence,
    answer: absence,
    status: 201,
    errors: ['not_found'],
    limit: 'write',
  },
  'DELETE /providers/:id/absences/:itemId': {
    who: 'providers.edit',
    summary: 'Remove time off.',
    params: byBoth,
    answer: nothing,
    status: 204,
    errors: ['not_found'],
    limit: 'write',
  },
  'GET /closures': {
    who: 'providers.view',
    summary: 'Time off of the business or of a location.',
    answer: z.object({ items: z.array(closure) }),
    errors: [],
    limit: 'read',
  },
  'POST /closures': {
    who: 'providers.edit',
    summary: 'Add a closure of whole days.',
    body: newClosure,
    answer: closure,
    status: 201,
    errors: [],
    limit: 'write',
  },
  'DELETE /closures/:id': {
    who: 'providers.edit',
    summary: 'Remove a closure.',
    params: byId,
    answer: nothing,
    status: 204,
    errors: ['not_found'],
    limit: 'write',
  },
});
