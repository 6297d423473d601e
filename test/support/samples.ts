import { z } from 'zod';

/** What is known of a schema: to write it down takes a millisecond, and each is asked for hundreds of times. */
const written = new WeakMap<z.ZodType, JsonSchema>();

/** A value that a schema accepts in shape: for attacks that change one thing of a good request. */
export function sampleOf(schema: z.ZodType): unknown {
  const json = written.get(schema) ?? (z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema);
  written.set(schema, json);
  return build(json);
}

interface JsonSchema {
  type?: string;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  enum?: unknown[];
  pattern?: string;
  minimum?: number;
  minItems?: number;
  allOf?: JsonSchema[];
}

const byPattern: [RegExp, string][] = [
  [/@/, 'ben@example.com'],
  [/T\\d/, '2026-12-01T10:00:00Z'],
  [/#\[0-9a-f\]/, '#336699'],
  [/24:00/, '10:00'],
  [/owner\|manager/, 'receptionist'],
  [/\^\[A-Z\]\{3\}/, 'EUR'],
  [/\^\[a-z\]\{2,3\}/, 'en'],
];

function build(schema: JsonSchema): unknown {
  if (schema.enum) return schema.enum[0];
  if (schema.anyOf) return build(schema.anyOf.find((one) => one.type !== 'null') ?? {});
  if (schema.type === 'object') {
    const needed = schema.required ?? [];
    return Object.fromEntries(needed.map((name) => [name, build(schema.properties?.[name] ?? {})]));
  }
  if (schema.type === 'array') return (schema.minItems ?? 0) > 0 ? [build(schema.items ?? {})] : [];
  if (schema.type === 'integer' || schema.type === 'number') return Math.max(1, schema.minimum ?? 1);
  if (schema.type === 'boolean') return true;
  const patterns = [schema.pattern, ...(schema.allOf ?? []).map((one) => one.pattern)].filter(
    (pattern) => pattern !== undefined,
  );
  const known = byPattern.find(([mark]) => patterns.some((pattern) => mark.test(pattern)));
  return known?.[1] ?? 'Sample';
}
