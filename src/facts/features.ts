/** The feature matrix, `content/features/*.yaml`: what each front door can do. Pure: whoever calls it has read the files. */
import { z } from 'astro/zod';
import { parseMarkup, plainText } from '../quiz/markup.ts';
import { readEntries, type Entry } from './entries.ts';
import { formatFinding, type ContentFile, type Finding } from './finding.ts';
import type { Ledger } from './ledger.ts';
import { unknown } from './nearest.ts';
import { CONFIDENCES, idSchema, sourceSchema } from './schema.ts';

/** The front doors that are compared, in the order of the columns, with their names. */
export const PRODUCTS = {
  rest: 'REST API',
  http: 'HTTP API',
  websocket: 'WebSocket API',
  alb: 'Application Load Balancer',
  lambdaUrl: 'Lambda function URL',
  cloudfront: 'CloudFront',
} as const;

export type Product = keyof typeof PRODUCTS;

/** Features stand in these groups, in this order. */
export const FEATURE_GROUPS = ['Reach', 'Who may call', 'Requests and replies', 'Behind the door', 'Running it'] as const;

const markup = z.string().min(1);

const answerSchema = z
  .strictObject({
    has: z.enum(['yes', 'no', 'partly']),
    note: markup.optional().describe('How, or what to do instead, in a few words of inline markup. `partly` needs one.'),
    since: idSchema.optional().describe('The fact that says since when.'),
    confidence: z.enum(CONFIDENCES).optional().describe('Of this answer, where it is not that of the row.'),
    source: sourceSchema.optional().describe('Of this answer, where it is not that of the row.'),
  })
  .superRefine(({ has, note }, context) => {
    if (has === 'partly' && !note)
      context.addIssue({ code: 'custom', path: ['note'], message: 'must say which part, because the answer is `partly`' });
  });

export type Answer = z.infer<typeof answerSchema>;

const answers = Object.fromEntries(Object.keys(PRODUCTS).map((product) => [product, answerSchema])) as Record<Product, typeof answerSchema>;

export const featureSchema = z
  .strictObject({
    id: idSchema,
    title: markup.describe('The feature, so that yes and no answer it.'),
    group: z.enum(FEATURE_GROUPS),
    ...answers,
    source: sourceSchema.describe('The page that says so.'),
    asOf: z.iso.date().describe('The day on which somebody checked the source.'),
    confidence: z.enum(CONFIDENCES).describe('high: AWS states or records it; medium: indirect; low: say so in a note.'),
    instead: markup.optional().describe('What is often said instead, and why it is wrong, in inline markup.'),
  })
  .superRefine((feature, context) => {
    for (const product of Object.keys(PRODUCTS) as Product[]) {
      const { confidence = feature.confidence, note } = feature[product];
      if (confidence === 'low' && !note)
        context.addIssue({ code: 'custom', path: [product, 'note'], message: 'must say why confidence is low' });
    }
  });

export type Feature = z.infer<typeof featureSchema>;

export type FeatureMatrix = ReadonlyMap<string, Feature>;

/** Reads the matrix and collects everything that is wrong with it. Rows that are wrong are left out. */
export function parseFeatures(
  files: ContentFile[],
  ledger: Ledger,
): { features: FeatureMatrix; findings: Finding[]; entries: Entry<Feature>[] } {
  const findings: Finding[] = [];
  const entries = readEntries(files, { schema: featureSchema, one: 'feature', many: 'features' }, findings).flat();
  for (const entry of entries) findings.push(...referenceProblems(entry, ledger));
  return { features: new Map(entries.map(({ data }) => [data.id, data])), findings, entries };
}

/**
 * The matrix of `files`.
 * @throws Error that lists every finding, one a line, as `file:line:column  id: field: reason`.
 */
export function loadFeatures(files: ContentFile[], ledger: Ledger): FeatureMatrix {
  const { features, findings } = parseFeatures(files, ledger);
  if (findings.length > 0) throw new Error(`The feature matrix has mistakes:\n${findings.map(formatFinding).join('\n')}`);
  return features;
}

/**
 * The feature called `id`.
 * @throws Error that names the nearest id.
 */
export function featureById(features: FeatureMatrix, id: string): Feature {
  const feature = features.get(id);
  if (!feature) throw new Error(unknown('feature', id, features.keys()));
  return feature;
}

/** Facts that a row names and that nobody wrote, and markup that cannot be read. */
function referenceProblems({ data, file, placeOf }: Entry<Feature>, ledger: Ledger): Finding[] {
  const findings: Finding[] = [];
  const report = (path: PropertyKey[], message: string) =>
    findings.push({ file, ...placeOf(path), message: `${data.id}: ${path.join('.')}: ${message}` });
  const readable = (path: PropertyKey[], text: string | undefined) => {
    try {
      plainText(parseMarkup(text ?? ''), ledger);
    } catch (mistake) {
      report(path, (mistake as Error).message);
    }
  };
  readable(['title'], data.title);
  readable(['instead'], data.instead);
  for (const product of Object.keys(PRODUCTS) as Product[]) {
    const { note, since } = data[product];
    readable([product, 'note'], note);
    if (since !== undefined && !ledger.facts.has(since)) report([product, 'since'], unknown('fact', since, ledger.facts.keys()));
  }
  return findings;
}
