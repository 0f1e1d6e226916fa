/**
 * The shape of `content/interview/<lesson>.yaml`: a list of questions, as an interviewer asks them. The file is named after the lesson that a
 * reader of a poor answer should go to.
 *
 * Texts are written in the inline markup of quizzes (`quiz/markup.ts`): `code`, *emphasis*, {fact …}, {given …}, {sum …}.
 */
import { z } from 'astro/zod';
import { LEVELS } from './levels.ts';

const text = z.string().min(1);
const name = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be in kebab case: small letters, digits and single hyphens');

const rubricLineSchema = z.strictObject({
  id: name.describe('Stable name within the question: ratings in readers’ browsers refer to it.'),
  about: text.describe('What the line is about, as a short label: “The bucket”.'),
  missing: text.describe('What an answer without it sounds like.'),
  solid: text.describe('What a good answer says of it.'),
  strong: text.describe('What an answer adds that one remembers the next day.'),
});

const questionSchema = z
  .strictObject({
    id: name.describe('Stable name: links and ratings refer to it. Never reused for another question.'),
    question: text.describe('What the interviewer says.'),
    topics: z.array(name).min(1).describe('Ids of the topics that it asks about.'),
    level: z.enum(LEVELS).describe('The interview in which it is asked.'),
    minutes: z.number().int().min(1).max(15).describe('How long an answer may take.'),
    tests: text.describe('What it tests, in one sentence.'),
    rubric: z.array(rubricLineSchema).min(3).max(6),
    followUps: z
      .array(
        z.strictObject({
          missed: text.describe('Id of the rubric line that calls for it.'),
          ask: text.describe('What the interviewer asks next.'),
        }),
      )
      .describe('At least one for every line of the rubric.'),
    model: z.array(text).min(1).describe('What a strong candidate says aloud, paragraph by paragraph.'),
    wrong: z
      .array(z.strictObject({ answer: text.describe('What is often said.'), why: text.describe('Why it is wrong.') }))
      .min(1)
      .describe('Common wrong answers.'),
  })
  .superRefine(({ rubric, followUps }, context) => {
    const refuse = (path: PropertyKey[], message: string) => context.addIssue({ code: 'custom', path, message });
    const lines = rubric.map(({ id }) => id);
    lines.forEach((id, index) => {
      if (lines.indexOf(id) < index) refuse(['rubric', index, 'id'], 'an earlier line has this id');
      if (!followUps.some(({ missed }) => missed === id)) refuse(['rubric', index, 'id'], `no follow-up is asked when "${id}" is missed`);
    });
  });

export const questionsSchema = z.array(questionSchema).min(1);

export type InterviewQuestion = z.infer<typeof questionSchema>;
