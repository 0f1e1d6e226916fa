/** The frontmatter of an exercise's brief, `content/exercises/<exercise>.mdx`. The file's name is the exercise's name. */
import { z } from 'zod';

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be in kebab case: small letters, digits and single hyphens');

const formerNames = z.array(id).default([]).describe('Names that this one had before. What a learner did under them is carried over.');

const conceptSchema = z
  .object({
    id: id.describe('Stable name: the hidden suite’s `describe`, the manifest and stored progress refer to it. Never reused.'),
    formerly: formerNames,
    title: z
      .string()
      .min(1)
      .max(48)
      .describe('What the concept is, in a few words. Stands in a column of the terminal: 48 characters at most.'),
    points: z.number().int().positive().describe('What the concept is worth once all of its tests pass.'),
    beyond: z.boolean().default(false).describe('Goes past what the exercise asks: its points are stars, and do not count in the sum.'),
    hints: z
      .array(z.string().trim().min(1))
      .length(3, 'must hold three hints: where to look, what to do, how to do it')
      .describe('The ladder: where to look, what to do, how to do it. Markdown without headings.'),
  })
  .strict();

export const briefSchema = z
  .object({
    title: z.string().min(1).describe('The heading of the page, and of the report in the terminal.'),
    description: z.string().min(1).describe('What is built, in one sentence. Shown under the title and in lists.'),
    formerly: formerNames,
    lesson: id.describe('The lesson that teaches what is built here: a file of content/lessons, without its ending.'),
    topics: z.array(id).default([]).describe('Ids of the topics that are practiced here.'),
    exports: z
      .array(z.string().regex(/^[A-Za-z_$][\w$]*$/, 'must be the name of an export'))
      .min(1)
      .describe('What `<exercise>.ts` must export, as the contract names it.'),
    concepts: z.array(conceptSchema).min(1).describe('In rising order: the first that is broken is the one the report explains.'),
  })
  .strict()
  .superRefine(({ concepts }, context) => {
    concepts.forEach((concept, index) => {
      const first = concepts.findIndex((other) => other.id === concept.id);
      if (first < index)
        context.addIssue({ code: 'custom', path: ['concepts', index, 'id'], message: `is the id of concept ${first + 1} too` });
    });
  });

export type Brief = z.infer<typeof briefSchema>;
export type Concept = Brief['concepts'][number];
