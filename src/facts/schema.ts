/** The shape of the ledger in `content/facts/*.yaml`: the only place where a price, limit, date or default is written. */
import { z } from 'astro/zod';

/** Units that a fact's value may carry, and that the lint over prose looks for. */
export const UNITS = [
  'requests/s',
  'requests',
  'tokens',
  'ms',
  's',
  'min',
  'h',
  'days',
  'bytes',
  'KB',
  'MB',
  'GB',
  'characters',
  'USD',
  'USD/million',
  'USD/h',
  'status',
  'percent',
  'count',
  'date',
  'text',
] as const;

export const factSchema = z
  .object({
    id: z
      .string()
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
      .describe('Stable name in kebab case: lessons, quizzes and code refer to it. Never reused.'),
    statement: z.string().describe('The fact as one sentence that stands alone.'),
    value: z
      .union([z.number(), z.string()])
      .describe('The number, or the literal text (a response body, a header name, a date as 2026-11-20).'),
    unit: z.enum(UNITS).describe('What the number counts; `text` for literal text.'),
    source: z.object({ title: z.string(), url: z.url() }).describe('The page that says so.'),
    asOf: z.iso.date().describe('The day on which somebody checked the source.'),
    confidence: z.enum(['high', 'medium', 'low']).describe('high: AWS states or records it; medium: indirect; low: say so in the text.'),
    instead: z.string().optional().describe('What is often said instead, and why it is wrong. Feeds the myths page.'),
  })
  .strict();

export type Fact = z.infer<typeof factSchema>;
