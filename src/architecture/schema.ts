/**
 * The shape of `content/architecture/<name>.yaml`: an exercise in which a reader chooses. Nothing in it says which design is right. Needs have
 * rules, and the rules ask the feature matrix, the ledger, or a source that the file names.
 *
 * Texts are written in the inline markup of quizzes (`quiz/markup.ts`): `code`, *emphasis*, {fact …}, {given …}, {sum …}.
 */
import { z } from 'astro/zod';
import { PRODUCTS, type Product } from '../facts/features.ts';
import { sourceSchema, UNITS } from '../facts/schema.ts';

const text = z.string().min(1);
const name = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be in kebab case: small letters, digits and single hyphens');
/** Stands in sums, where a hyphen is a minus. */
const variable = z
  .string()
  .regex(/^[a-z][a-zA-Z0-9]*$/, 'must be a name that can stand in a sum: letters and digits, a small letter first');
const products = Object.keys(PRODUCTS) as [Product, ...Product[]];

const choicesSchema = z.record(name, z.array(name).min(1)).describe('Of each decision that is named, one of these options is chosen.');

/** Options, by the decisions that they belong to. */
export type Choices = z.infer<typeof choicesSchema>;

const namesSchema = z
  .record(variable, z.union([z.number(), name]))
  .describe('What the names of a sum stand for: a number, or the id of a fact.');

const numberSchema = z.union([z.number(), name, z.strictObject({ sum: text, with: namesSchema })]);

export type OptionNumber = z.infer<typeof numberSchema>;

const optionSchema = z.strictObject({
  id: name,
  name: text.describe('A product or a setting that exists.'),
  says: text.optional().describe('What choosing it means, in half a sentence.'),
  products: z.array(z.enum(products)).optional().describe('Columns of the feature matrix: what a request passes, from the caller on.'),
  numbers: z.record(variable, numberSchema).optional().describe('What sums can count on: a number, a fact, or a sum of them.'),
});

const decisionSchema = z.strictObject({
  id: name,
  question: text,
  options: z.array(optionSchema).min(2),
});

const VERDICTS = ['met', 'condition', 'unmet'] as const;
export type Verdict = (typeof VERDICTS)[number];

const when = choicesSchema.optional().describe('The rule asks only where these are chosen.');
const vouchers = {
  facts: z.array(name).optional().describe('Facts of the ledger that say so.'),
  source: sourceSchema.optional().describe('The page that says so, where the ledger has no fact.'),
};

const ruleSchema = z.discriminatedUnion('by', [
  z
    .strictObject({
      by: z.literal('matrix'),
      row: name.describe('A row of the feature matrix.'),
      of: z.union([name, z.array(name).min(1)]).describe('The decisions whose products are asked.'),
      along: z.enum(['any', 'all']).default('any').describe('any: one product on the way is enough; all: each has to have it.'),
      otherwise: text.optional().describe('What the lack of it means here, as a sentence.'),
      when,
    })
    .describe('Yes meets the need, partly meets it with a condition.'),
  z
    .strictObject({
      by: z.literal('sum'),
      what: text.describe('What is worked out, as the start of a line: “A call may take”.'),
      sum: text,
      with: namesSchema.optional(),
      atLeast: z.union([z.number(), variable]).optional(),
      atMost: z.union([z.number(), variable]).optional(),
      unit: z.enum(UNITS).default('count'),
      otherwise: text.optional(),
      when,
    })
    .superRefine(({ atLeast, atMost }, context) => {
      if ((atLeast === undefined) === (atMost === undefined))
        context.addIssue({ code: 'custom', path: ['sum'], message: 'needs either `atLeast` or `atMost` beside it' });
    })
    .describe('A number is held against a bound. Names: of the load, of the chosen options, or under `with`.'),
  z
    .strictObject({
      by: z.literal('choice'),
      cases: z
        .array(z.strictObject({ when: choicesSchema.optional(), is: z.enum(VERDICTS), because: text, ...vouchers }))
        .min(1)
        .describe('The first that fits decides. The last may leave out `when`.'),
      when,
      ...vouchers,
    })
    .superRefine((rule, context) => {
      rule.cases.forEach((one, index) => {
        if (![rule, one].some(({ facts, source }) => source || (facts && facts.length > 0)))
          context.addIssue({ code: 'custom', path: ['cases', index], message: 'needs `facts` or a `source`: prose alone decides nothing' });
      });
    }),
]);

export type Rule = z.infer<typeof ruleSchema>;

const needSchema = z.strictObject({
  id: name,
  need: text.describe('What has to be so, as a sentence.'),
  wish: z.boolean().default(false).describe('Nice to have: a design passes without it.'),
  rules: z.array(ruleSchema).min(1).describe('Every rule that asks has to be met.'),
});

const chargeSchema = z.strictObject({
  what: text.describe('What is charged, as the start of a line: `Calls`.'),
  price: name.describe('A price of the ledger.'),
  amount: z.union([z.number(), text]).describe('How much of what the price counts, a month: a number, or a sum of names.'),
  with: namesSchema.optional(),
  counted: text.optional().describe('How the amount comes about, where the name of the line does not say it.'),
  when: choicesSchema.optional(),
});

const designSchema = z.record(name, name).describe('An option for each decision.');

export const exerciseSchema = z.strictObject({
  title: text,
  description: text.describe('What has to be decided, in one sentence, for the list of exercises.'),
  minutes: z.number().int().min(5).max(60),
  topics: z.array(name).min(1),
  scenario: z.array(text).min(1).describe('Paragraphs: who calls what, how it got there, what somebody has suggested.'),
  load: z
    .array(
      z.strictObject({
        name: variable,
        is: text.describe('What it counts, as a label.'),
        value: z.number(),
        unit: z.enum(UNITS).default('count'),
      }),
    )
    .min(1)
    .describe('The scenario’s figures, shown as a list and used in sums.'),
  decisions: z.array(decisionSchema).min(1).max(6),
  needs: z.array(needSchema).min(3),
  charges: z.array(chargeSchema).min(1).describe('Lines of the bill. A design pays those whose choices it has made.'),
  assumptions: z.array(text).default([]).describe('What the bill takes for granted.'),
  model: z
    .array(
      z.strictObject({
        title: text.describe('The design in a few words.'),
        design: designSchema,
        why: z.array(text).min(1).describe('The reasons, paragraph by paragraph.'),
        tradeoff: text.describe('What it gives up, and what would overturn it.'),
      }),
    )
    .min(1),
  tempting: z
    .array(
      z.strictObject({
        choose: designSchema.describe('What differs from the first model answer.'),
        fails: name.describe('The need that it fails.'),
        says: text.describe('What is said for it.'),
        why: text.describe('Why that does not hold.'),
      }),
    )
    .min(1)
    .describe('Wrong choices that people make.'),
});

export type ArchitectureExercise = z.infer<typeof exerciseSchema> & {
  /** The file’s name without its ending: `five-systems`. */
  id: string;
};
export type Need = ArchitectureExercise['needs'][number];
export type Charge = ArchitectureExercise['charges'][number];
