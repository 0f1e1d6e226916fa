/** What a schema says about a wrong field, in words for the person who wrote it. */
import type { z } from 'astro/zod';
import { unknown } from '../facts/nearest.ts';

/** Gives the message for an issue of zod, or leaves the schema's own. For `safeParse(data, { error: inWords })`. */
export function inWords(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'is missing' : `must be ${NAMES[issue.expected] ?? issue.expected}, not ${nameOf(issue.input)}`;
    case 'invalid_value':
      return issue.input === undefined ? 'is missing' : `must be ${listed(issue.values)}, not ${nameOf(issue.input)}`;
    case 'invalid_union':
      return issue.discriminator ? kindMessage(issue) : undefined;
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknown('field', key, fieldsOf(issue))).join('; ');
    case 'too_small':
      return issue.origin === 'string' ? 'is empty' : `must be at least ${issue.minimum}${issue.origin === 'array' ? ' entries long' : ''}`;
    case 'too_big':
      return `must be at most ${issue.maximum}${issue.origin === 'array' ? ' entries long' : ''}`;
    default:
      return undefined;
  }
}

const NAMES: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: '`true` or `false`',
  array: 'a list',
  object: 'a mapping of fields',
};

function kindMessage(issue: Extract<z.core.$ZodRawIssue, { code: 'invalid_union' }>): string {
  const given = (issue.input as Record<string, unknown> | undefined)?.[issue.discriminator!];
  const options = (issue.options as string[] | undefined) ?? [];
  return given === undefined ? 'is missing' : unknown(issue.discriminator!, String(given), options);
}

function fieldsOf({ inst }: z.core.$ZodRawIssue): string[] {
  return Object.keys((inst as z.ZodObject | undefined)?.shape ?? {});
}

function listed(values: readonly unknown[]): string {
  return values
    .map((value) => `\`${value}\``)
    .join(', ')
    .replace(/, (?=[^,]*$)/, ' or ');
}

function nameOf(value: unknown): string {
  if (value === null) return 'empty';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a mapping of fields';
  return typeof value === 'string' ? `"${value}"` : String(value);
}
