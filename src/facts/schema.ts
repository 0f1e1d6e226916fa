/** The shape of the ledger in `content/facts/*.yaml`: the only place where a price, limit, date or default is written. */
import { z } from 'astro/zod';
import { figureOf, findMeasures } from './measures.ts';
import { TIER_COUNTS, tierProblems, tierSchema } from './tiers.ts';

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
  'months',
  'bytes',
  'KB',
  'MB',
  'GB',
  'TiB',
  'MB/s',
  'characters',
  'connections',
  'connections/s',
  'USD',
  'USD/million',
  'USD/GB',
  'USD/GB-month',
  'USD/GB-s',
  'USD/h',
  'USD/month',
  'status',
  'percent',
  'count',
  'date',
  'text',
  'words',
] as const;

export type Unit = (typeof UNITS)[number];

export const CONFIDENCES = ['high', 'medium', 'low'] as const;

export type Confidence = (typeof CONFIDENCES)[number];

export const sourceSchema = z.object({ title: z.string().min(1), url: z.url() }).strict();

/** The name of a fact or of a row of the feature matrix. */
export const idSchema = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be in kebab case: small letters, digits and single hyphens')
  .describe('Stable name in kebab case: lessons, quizzes and code refer to it. Never reused.');

export const factSchema = z
  .object({
    id: idSchema,
    statement: z.string().min(1).describe('The fact as one sentence that stands alone. Code stands between backticks.'),
    value: z
      .union([z.number(), z.string().min(1)])
      .describe('The number, or the literal text (a response body, a header name, a date as 2026-11-20).'),
    unit: z
      .enum(UNITS)
      .describe(
        'What the number counts; `text` for literal text, which is shown as code; `words` for a phrase that is part of a sentence.',
      ),
    tiers: z
      .array(tierSchema)
      .optional()
      .describe('All prices of a volume, cheapest last, when the price falls with it. The first one is `value`.'),
    tiersCount: z.enum(TIER_COUNTS).optional().describe('What the boundaries of the tiers count. Stands wherever `tiers` stands.'),
    source: sourceSchema.describe('The page that says so.'),
    asOf: z.iso.date().describe('The day on which somebody checked the source.'),
    confidence: z.enum(CONFIDENCES).describe('high: AWS states or records it; medium: indirect; low: say so in the text.'),
    instead: z
      .string()
      .min(1)
      .optional()
      .describe('What is often said instead, and why it is wrong. Feeds the myths page. Code stands between backticks.'),
  })
  .strict()
  .superRefine((fact, context) => {
    const refuse = (message: string, ...path: PropertyKey[]) =>
      context.addIssue({ code: 'custom', path: path.length > 0 ? path : ['value'], message });
    if (fact.tiers) {
      for (const { path, message } of tierProblems(fact.tiers, fact.value)) refuse(message, 'tiers', ...path);
      if (!fact.unit.startsWith('USD')) refuse(`must be one of money, because the fact has tiers`, 'unit');
      if (!fact.tiersCount) refuse(`needs \`tiersCount\` beside it: one of ${TIER_COUNTS.join(', ')}`, 'tiers');
    } else if (fact.tiersCount) refuse('counts for `tiers`, and there are none', 'tiersCount');
    if (fact.unit === 'date') {
      if (!z.iso.date().safeParse(fact.value).success) refuse('must be a date such as 2026-11-20, because the unit is `date`');
    } else if (fact.unit === 'text' || fact.unit === 'words') {
      if (typeof fact.value !== 'string') refuse(`must be text in quotes, because the unit is \`${fact.unit}\``);
    } else if (typeof fact.value !== 'number') {
      refuse(`must be a number, because the unit is \`${fact.unit}\``);
    } else {
      // The sentence repeats the number for whoever reads it alone; the two must not drift apart.
      const figures = findMeasures(fact.statement)
        .map(({ text }) => figureOf(text))
        .filter((figure) => figure !== undefined);
      if (figures.length > 0 && !figures.includes(fact.value))
        refuse(`speaks of ${figures.join(' and ')}, but the value is ${fact.value}`, 'statement');
    }
  });

export type Fact = z.infer<typeof factSchema>;
