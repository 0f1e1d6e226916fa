/**
 * The shape of `content/routes/<name>.yaml`: a way through the course, block by block. A step names what the course has, by the ids that it has
 * there; titles, addresses and most of the minutes are looked up.
 *
 * Texts are written in the inline markup of quizzes (`quiz/markup.ts`): `code`, *emphasis*, {fact …}, {given …}, {sum …}.
 */
import { z } from 'astro/zod';

const text = z.string().min(1);
const name = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be in kebab case: small letters, digits and single hyphens');
const minutes = z.number().int().min(1).max(240);

/** Pages of the site that are no lesson. */
export const REFERENCES = {
  features: 'Feature matrix',
  myths: 'Myths',
  facts: 'Ledger of facts',
  glossary: 'Glossary',
  interview: 'Interview room',
  'routes/one-sheet': 'One-sheet',
  'routes/placement': 'Placement quiz',
} as const;

export type Reference = keyof typeof REFERENCES;

const note = text.optional().describe('What to look for, or how to do it, as a sentence.');
const inTheRoom = {
  say: text.optional().describe('What the instructor says when the step begins, word for word.'),
  stuck: text.optional().describe('What to do when somebody is stuck, or the room is.'),
};
const own = minutes.optional().describe('Instead of the minutes that are looked up.');

const stepSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('read'),
    page: name.describe('A file of content/lessons, without its ending.'),
    minutes: own,
    note,
    ...inTheRoom,
  }),
  z
    .strictObject({ kind: z.literal('skim'), page: name, minutes: own, note, ...inTheRoom })
    .describe('Only the end of a page: the answer in a minute, what interviewers ask, the summary.'),
  z.strictObject({
    kind: z.literal('play'),
    page: name,
    tool: name.describe('One of the tools in the page’s frontmatter.'),
    minutes: own,
    note,
    ...inTheRoom,
  }),
  z.strictObject({
    kind: z.literal('build'),
    exercise: name,
    concepts: z.array(name).min(1).optional().describe('The concepts to come to. Left out, it is the whole exercise.'),
    minutes,
    note,
    ...inTheRoom,
  }),
  z.strictObject({
    kind: z.literal('design'),
    exercise: name.describe('A file of content/architecture, without its ending.'),
    minutes: own,
    note,
    ...inTheRoom,
  }),
  z.strictObject({ kind: z.literal('quiz'), quiz: name, minutes: own, note, ...inTheRoom }),
  z.strictObject({ kind: z.literal('aloud'), questions: z.array(name).min(1), minutes: own, note, ...inTheRoom }),
  z.strictObject({
    kind: z.literal('look'),
    at: z.enum(Object.keys(REFERENCES) as [Reference, ...Reference[]]),
    minutes,
    note,
    ...inTheRoom,
  }),
  z.strictObject({ kind: z.literal('room'), what: text.describe('What happens in the room, as a sentence.'), minutes, note, ...inTheRoom }),
]);

export type RouteStep = z.infer<typeof stepSchema>;

export const routeSchema = z.strictObject({
  order: z.number().int().min(1).describe('Its place among the doors.'),
  title: text,
  span: text.describe('How long it takes, as it is said: “three days”.'),
  description: text.describe('What it is for, in one sentence.'),
  who: text.describe('Who comes to the desk with which wish, in the desk’s voice.'),
  how: z.array(text).min(1).describe('Paragraphs: how to go it, and what it leaves out.'),
  bring: z.array(text).min(1).optional().describe('What to have ready before it begins, a thing an entry.'),
  clock: z.boolean().optional().describe('It is gone in one sitting: each step shows the minute in which it begins.'),
  blocks: z
    .array(
      z.strictObject({
        id: name.describe('Its anchor on the page.'),
        title: text,
        why: text.describe('Why this now, in one sentence.'),
        steps: z.array(stepSchema).min(1),
      }),
    )
    .min(2),
});

export type RouteData = z.infer<typeof routeSchema>;
