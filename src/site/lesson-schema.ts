/** The frontmatter of a lesson, `content/lessons/NN-name.mdx`. */
import { z } from 'astro/zod';

const kebab = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'is not in kebab case, like usage-plans');

export const lessonSchema = z
  .object({
    number: z.number().int().min(1).max(16).describe('The place in the course. The file’s name starts with it: 08-throttling.mdx.'),
    page: z
      .number()
      .int()
      .min(1)
      .default(1)
      .describe('Which page of the lesson this is. A lesson that would be too long is two pages with the same number.'),
    title: z.string().min(1).describe('The heading of the page.'),
    description: z
      .string()
      .min(1)
      .describe('What the lesson is about, in one sentence. Shown under the title, on the course map and by search engines.'),
    objectives: z
      .array(z.string().min(1))
      .min(1)
      .describe('What a reader can do afterwards. Each starts with a verb and completes “You will be able to …”.'),
    minutes: z
      .number()
      .int()
      .positive()
      .describe('Time to read it, try what is on it and answer its quiz, without the exercises, in minutes.'),
    topics: z.array(kebab).min(1).describe('Ids of the topics that the page teaches.'),
    tools: z
      .array(
        z.strictObject({
          id: kebab.describe('Its anchor on the page.'),
          title: z.string().min(1),
          form: z.enum(['explorable', 'calculator', 'architecture-exercise']),
          topics: z.array(kebab).min(1).describe('Ids of the topics that it lets a reader work with.'),
        }),
      )
      .default([])
      .describe('What a reader works with on the page, beside the quiz. The coverage page links to it.'),
    prerequisites: z
      .array(z.string().min(1))
      .default([])
      .describe('What to know before, as short phrases: “HTTP status codes”. Empty if nothing.'),
    exercises: z.array(kebab).default([]).describe('Exercises that belong to the page, by folder name.'),
    quiz: kebab.optional().describe('The lesson’s quiz, on its last page: the name of a file in content/quizzes, without its ending.'),
  })
  .strict();

export type LessonFrontmatter = z.infer<typeof lessonSchema>;

/**
 * A lesson’s frontmatter, checked.
 * @param file - path from the project’s root, to name in the error
 * @throws Error with one line for each field that is wrong
 */
export function checkedLesson(data: unknown, file: string): LessonFrontmatter {
  const result = lessonSchema.safeParse(data);
  const problems = result.success ? [] : result.error.issues.map(({ path, message }) => `${path.join('.') || 'frontmatter'}: ${message}`);
  if (
    result.success &&
    !file
      .split('/')
      .at(-1)
      ?.startsWith(`${String(result.data.number).padStart(2, '0')}-`)
  ) {
    problems.push(`number: is ${result.data.number}, but the file’s name does not start with it`);
  }
  if (!result.success || problems.length > 0) throw new Error(problems.map((problem) => `${file}: ${problem}`).join('\n'));
  return result.data;
}
