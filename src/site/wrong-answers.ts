/** The named wrong answers of an exercise as its page shows them, read from `tests/wrong/<exercise>` when the site is built. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { formatFinding, type ContentFile } from '../facts/finding.ts';
import { readYaml } from '../facts/yaml-source.ts';
import type { Print } from '../workbench/behaves-like.ts';
import type { WrongAnswer } from '../workbench/wrong-answer.ts';
import { htmlOfMarkdown } from './markdown-text.ts';

/** What stands between backticks is code, where a mark is what it is. */
const hasStraightMarks = (text: string) => /['"]/.test(text.replaceAll(/`[^`]*`/g, ''));

const entrySchema = z
  .object({
    name: z.string().describe('The folder that holds it, named after what its author believes.'),
    title: z.string().optional().describe('Where the words of the name, with a capital, are not how it is written.'),
    breaks: z.string().describe('Id of the concept that breaks first.'),
    also: z.array(z.string()).describe('Ids of the concepts that break with it, in the exercise’s order.'),
    misconception: z
      .string()
      .trim()
      .regex(/^[A-Z][a-z]/, 'must begin with a verb: “Believes that …”')
      .refine((text) => !hasStraightMarks(text), 'has a straight quotation mark or apostrophe: write “ ” ’, and code between backticks')
      .describe('What its author believes, and what is so. Behaviors in parentheses are for whoever edits it, and are not shown.'),
    see: z
      .string()
      .regex(/^\/(?:lessons\/[\w-]+\/|myths\/#)/, 'must be /lessons/NAME/#HEADING or /myths/#FACT')
      .optional()
      .describe('Where that is taught, if it is not the exercise’s lesson as a whole.'),
  })
  .strict();

export type WrongAnswerEntry = z.infer<typeof entrySchema>;

/**
 * A manifest of wrong answers, checked.
 * @throws Error with one line for each mistake: `file:line:column  field: reason`
 */
export function parseWrongAnswers(file: ContentFile): WrongAnswerEntry[] {
  const source = readYaml(file);
  if (source.findings.length > 0) throw new Error(source.findings.map(formatFinding).join('\n'));
  const result = z.array(entrySchema).safeParse(source.value);
  if (result.success) return result.data;
  const lines = result.error.issues.map(({ path, message }) =>
    formatFinding({ file: file.path, ...source.placeOf(path), message: `${path.join('.')}: ${message}` }),
  );
  throw new Error(lines.join('\n'));
}

/** `Sliding log` */
export function titleOf({ name, title }: Pick<WrongAnswerEntry, 'name' | 'title'>): string {
  return title ?? name.charAt(0).toUpperCase() + name.slice(1).replaceAll('-', ' ');
}

/** Without the behaviors that stand in parentheses. */
export function withoutBehaviors(text: string): string {
  return text.replaceAll(/\s\(([^()]*\bB-[A-Z]+-\d+[^()]*)\)/g, (_, inside: string) => {
    const rest = inside.replaceAll(/(?:^|[,:]\s)B-[A-Z]+-\d+/g, '').replace(/^,\s/, '');
    return rest === '' ? '' : ` (${rest})`;
  });
}

/**
 * @param lesson - address of the lesson that teaches what is built
 * @param titleAt - the title of what an address leads to; undefined if nothing is there
 * @throws Error where the manifest has a mistake, leads nowhere, or names something that has no fingerprint
 */
export async function wrongAnswersOf(
  exercise: string,
  lesson: string,
  titleAt: (address: string) => string | undefined,
): Promise<WrongAnswer[]> {
  const folder = join(process.cwd(), 'tests/wrong', exercise);
  const [text, prints] = await Promise.all(['manifest.yaml', 'prints.json'].map((file) => readFile(join(folder, file), 'utf8')));
  const path = `tests/wrong/${exercise}/manifest.yaml`;
  const printOf = JSON.parse(prints!) as Record<string, Print>;
  return Promise.all(
    parseWrongAnswers({ path, text: text! }).map(async (entry) => {
      const address = entry.see ?? lesson;
      const title = titleAt(address);
      if (title === undefined) throw new Error(`${path}: ${entry.name}: see: nothing is at ${address}`);
      const print = printOf[entry.name];
      if (!print)
        throw new Error(
          `${path}: ${entry.name} has no fingerprint: npx vitest run tests/exercises/verdicts.test.ts --update -t ${exercise}`,
        );
      const html = await htmlOfMarkdown(withoutBehaviors(entry.misconception));
      return {
        name: entry.name,
        title: titleOf(entry),
        concept: entry.breaks,
        teaches: html.replace(/^<p>(.*)<\/p>$/s, '$1'),
        see: { address, title },
        print,
      };
    }),
  );
}
