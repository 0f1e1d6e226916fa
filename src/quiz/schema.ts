/**
 * The shape of a quiz, `content/quizzes/<lesson>.yaml`. The file's name is the quiz's id. `example.yaml` beside this file shows every kind.
 *
 * `text` and `why` are written in the inline markup of `markup.ts`: `code`, *emphasis*, {fact …}, {given …}, {sum …}.
 * Options, items and choices are shown in a shuffled order, the same in every build.
 */
import { z } from 'astro/zod';

const text = z.string().min(1);
const name = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be in kebab case: small letters, digits and single hyphens');

const correctMark = z.literal(true, 'is only ever `true`; leave it out where it does not hold').optional();

export const DIFFICULTIES = ['easy', 'medium', 'hard'] as const;

const optionSchema = z.strictObject({
  text: text.describe('What the reader can pick.'),
  correct: correctMark.describe('`true` on what is right.'),
  why: text.describe('Why it is right, or what the reader who picks it has mistaken.'),
});

const common = {
  id: name.describe('Stable name: results in readers’ browsers refer to it. Never reused for another question.'),
  topics: z.array(name).min(1).describe('Ids of the topics it asks about.'),
  difficulty: z.enum(DIFFICULTIES),
  text: text.describe('The question.'),
};

/** One of the options is right. */
const oneSchema = z.strictObject({ ...common, kind: z.literal('one'), options: z.array(optionSchema).min(2).max(8) });

/** Two or more of the options are right, and at least one is not. */
const severalSchema = z.strictObject({ ...common, kind: z.literal('several'), options: z.array(optionSchema).min(3).max(8) });

/** Items to be put in order. */
const orderSchema = z.strictObject({
  ...common,
  kind: z.literal('order'),
  items: z
    .array(z.strictObject({ text, why: text.describe('Why it stands here.') }))
    .min(3)
    .max(8)
    .describe('In the right order, first to last.'),
});

/** A number to be worked out. */
const numberSchema = z.strictObject({
  ...common,
  kind: z.literal('number'),
  answer: text.describe('The right value with its unit, as one piece of markup: {fact …}, {given …} or {sum …}.'),
  tolerance: z.number().min(0).describe('How far off an answer may be and still count, in the unit of the answer. 0 for exact.'),
  why: text.describe('How the value comes about.'),
  mistakes: z
    .array(z.strictObject({ answer: text, why: text }))
    .default([])
    .describe('Wrong values that a known mistake leads to, and what the mistake is. Within the same tolerance.'),
});

/** Each of the left things belongs to one of the choices. */
const matchSchema = z.strictObject({
  ...common,
  kind: z.literal('match'),
  pairs: z
    .array(z.strictObject({ left: text, right: text.describe('May be the same for several pairs.'), why: text }))
    .min(3)
    .max(8),
  extra: z
    .array(z.strictObject({ right: text, why: text.describe('Why it belongs to nothing on the left.') }))
    .default([])
    .describe('Choices that belong to nothing.'),
});

const LINES = 'must be a line such as 3, or lines such as 3-5';
const lineNumber = z.number().int().min(1);

/** One line of the code is wrong, or a few together: picking any of them is right. */
const bugSchema = z.strictObject({
  ...common,
  kind: z.literal('bug'),
  language: z.enum(['ts', 'js', 'json', 'yaml', 'bash', 'http', 'vtl', 'text']).describe('For the syntax colors.'),
  code: text.describe('The code, as a YAML block scalar (`code: |`).'),
  lines: z
    .array(
      z.strictObject({
        at: z
          .union([lineNumber, z.string().regex(/^[1-9]\d*-[1-9]\d*$/, LINES)], LINES)
          .describe('A line, or a range of lines that share an explanation; the first line is 1.'),
        correct: correctMark.describe('`true` on the bug.'),
        why: text,
      }),
    )
    .min(1)
    .describe('Every line that is not blank, once.'),
});

/** What a mapping template renders to, to be predicted. `npm run check` runs the template and compares. */
const outputSchema = z.strictObject({
  ...common,
  kind: z.literal('output'),
  template: text.describe('The template, as a YAML block scalar (`template: |-`).'),
  input: z
    .strictObject({
      body: z.string().optional().describe('The payload, as it came.'),
      path: z.record(z.string(), z.string()).optional(),
      querystring: z.record(z.string(), z.string()).optional(),
      header: z.record(z.string(), z.string()).optional(),
      context: z.record(z.string(), z.json()).optional(),
      stageVariables: z.record(z.string(), z.string()).optional(),
    })
    .default({})
    .describe('What the template can read.'),
  answer: z.string().describe('What it renders to. Space at its ends does not count. Empty for nothing.'),
  why: text.describe('How that comes about.'),
  mistakes: z
    .array(z.strictObject({ answer: z.string(), why: text }))
    .default([])
    .describe('What people often expect instead, and why it is not so.'),
});

const questionKinds = z.discriminatedUnion('kind', [
  oneSchema,
  severalSchema,
  orderSchema,
  numberSchema,
  matchSchema,
  bugSchema,
  outputSchema,
]);

export const questionSchema = questionKinds.superRefine((question, context) => {
  const refuse = (path: PropertyKey[], message: string) => context.addIssue({ code: 'custom', path, message });
  switch (question.kind) {
    case 'one':
    case 'several': {
      const correct = question.options.filter((option) => option.correct).length;
      if (question.kind === 'one' && correct !== 1) refuse(['options'], `exactly one must be \`correct: true\`, not ${correct}`);
      if (question.kind === 'several' && correct < 2)
        refuse(['options'], `at least two must be \`correct: true\`, not ${correct}; for a single right answer use \`kind: one\``);
      if (question.kind === 'several' && correct === question.options.length)
        refuse(['options'], 'at least one must be wrong, or there is nothing to decide');
      refuseRepeats(
        question.options.map((option) => option.text),
        (index) => refuse(['options', index, 'text'], 'says the same as an earlier option'),
      );
      break;
    }
    case 'order':
      refuseRepeats(
        question.items.map((item) => item.text),
        (index) => refuse(['items', index, 'text'], 'says the same as an earlier item, so the order cannot be judged'),
      );
      break;
    case 'match': {
      const rights = new Set(question.pairs.map((pair) => pair.right));
      if (rights.size + question.extra.length < 2) refuse(['pairs'], 'all go to the same choice, so there is nothing to decide');
      refuseRepeats(
        question.pairs.map((pair) => pair.left),
        (index) => refuse(['pairs', index, 'left'], 'says the same as an earlier pair'),
      );
      refuseRepeats([...rights, ...question.extra.map((choice) => choice.right)], (index) =>
        refuse(['extra', index - rights.size, 'right'], 'is already a choice'),
      );
      break;
    }
    case 'bug':
      refuseLines(question.code, question.lines, (index, message) =>
        refuse(index === undefined ? ['lines'] : ['lines', index, 'at'], message),
      );
      break;
    case 'output':
      refuseRepeats([question.answer.trim(), ...question.mistakes.map((mistake) => mistake.answer.trim())], (index) =>
        refuse(['mistakes', index - 1, 'answer'], 'is the right answer, or an earlier mistake'),
      );
      break;
    case 'number':
  }
});

export const QUESTIONS_AT_LEAST = 12;

export const quizSchema = z
  .strictObject({
    title: text.describe('Shown above the questions.'),
    questions: z.array(questionSchema),
  })
  .superRefine((quiz, context) => {
    const refuse = (path: PropertyKey[], message: string) => context.addIssue({ code: 'custom', path, message });
    if (quiz.questions.length < QUESTIONS_AT_LEAST)
      refuse(['questions'], `a quiz has at least ${QUESTIONS_AT_LEAST} questions, this one has ${quiz.questions.length}`);
    refuseRepeats(
      quiz.questions.map((question) => question.id),
      (index) => refuse(['questions', index, 'id'], 'an earlier question has this id'),
    );
  });

export type QuizData = z.infer<typeof quizSchema>;
export type Question = QuizData['questions'][number];
export type QuestionKind = Question['kind'];
export type QuestionOf<K extends QuestionKind> = Extract<Question, { kind: K }>;
export type BugLine = QuestionOf<'bug'>['lines'][number];

/** The lines of a block of code, without the line break that a YAML block scalar ends with. */
export function codeLines(code: string): string[] {
  return code.replace(/\n+$/, '').split('\n');
}

/** First and last line of `at`, counted from 1. */
export function lineRange(at: BugLine['at']): [first: number, last: number] {
  if (typeof at === 'number') return [at, at];
  const [first, last] = at.split('-').map(Number);
  return [first!, last!];
}

function refuseRepeats(texts: string[], refuse: (index: number) => void): void {
  texts.forEach((entry, index) => {
    if (texts.indexOf(entry) < index) refuse(index);
  });
}

function refuseLines(code: string, entries: BugLine[], refuse: (index: number | undefined, message: string) => void): void {
  const lines = codeLines(code);
  const explained = new Set<number>();
  entries.forEach(({ at }, index) => {
    const [first, last] = lineRange(at);
    if (last < first) refuse(index, `${at} runs backwards`);
    if (last > lines.length) refuse(index, `the code ends at line ${lines.length}`);
    for (let line = first; line <= Math.min(last, lines.length); line++) {
      if (explained.has(line)) refuse(index, `line ${line} is explained already`);
      explained.add(line);
    }
  });
  const silent = lines.flatMap((line, index) => (line.trim() !== '' && !explained.has(index + 1) ? [index + 1] : []));
  if (silent.length > 0) refuse(undefined, `no explanation for line ${silent.join(', ')}: \`${lines[silent[0]! - 1]!.trim()}\``);
  if (!entries.some((entry) => entry.correct)) refuse(undefined, 'one entry must be `correct: true`: the bug');
  if (entries.every((entry) => entry.correct)) refuse(undefined, 'not every line can be the bug');
}
