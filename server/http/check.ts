import type { z } from 'zod';
import { AppError } from '../lib/errors.js';

/** What a schema makes of a value, or an AppError `invalid_request` that names the first field at fault and lists them all. */
export function check<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.slice(0, 20).flatMap(describe);
  const first = issues[0] ?? { field: '', message: 'is not valid' };
  throw new AppError('invalid_request', sentence(first), { field: first.field, details: { issues } });
}

interface Issue {
  field: string;
  message: string;
}

const sentence = ({ field, message }: Issue): string =>
  field === '' ? `The request ${message}.` : `${field} ${message}.`;

function describe(issue: z.core.$ZodIssue): Issue[] {
  const path = issue.path.map(String).join('.');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      field: clip(path === '' ? key : `${path}.${key}`),
      message: 'is not a field here',
    }));
  }
  if (issue.code === 'invalid_type') {
    const missing = issue.message.endsWith('received undefined');
    return [{ field: path, message: missing ? 'is missing' : `must be ${article(issue.expected)}` }];
  }
  const message = /^(?:Invalid|Too|Unrecognized)/.test(issue.message) ? plain(issue) : issue.message;
  return [{ field: path, message }];
}

/** Words for the checks that bring none of their own. */
function plain(issue: z.core.$ZodIssue): string {
  if (issue.code === 'too_small') return `must be at least ${issue.minimum}${issue.origin === 'array' ? ' items' : ''}`;
  if (issue.code === 'too_big') return `must be at most ${issue.maximum}${issue.origin === 'array' ? ' items' : ''}`;
  if (issue.code === 'invalid_value') return `must be one of ${issue.values.map(String).join(', ')}`;
  return 'is not valid';
}

const article = (type: string): string =>
  type === 'int' ? 'a whole number' : /^[aeio]/.test(type) ? `an ${type}` : `a ${type}`;
const clip = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
