import { z } from 'zod';

/** More than any country has, so that the settings stay as small as they are read often. */
const mostFields = 20;

/** The profile of everybody whose nationality has none of its own. */
export const generalProfile = 'general';

/**
 * Which sensitive fields the business requires, by the nationality's profile (a country code, or `general`) and the field's name.
 * What is not named goes by the country's own rule (FEATURES, “Which fields are required”).
 */
export const requiredSensitive = z.record(
  z.string().regex(/^(?:[A-Z]{2}|general)$/, 'must be a country code such as PT, or general'),
  z
    .record(z.string().regex(/^[a-zA-Z]{1,40}$/, 'must be the name of a field'), z.boolean())
    .refine((fields) => Object.keys(fields).length <= mostFields, `must name at most ${mostFields} fields`),
);

export type RequiredSensitive = z.output<typeof requiredSensitive>;
