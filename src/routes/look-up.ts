/** Looks up what a step of a route names: what it is called, where it stands, how many minutes it takes. */
import { unknown } from '../facts/nearest.ts';
import { REFERENCES, type RouteStep } from './schema.ts';

/** What steps can name. */
export interface RouteCourse {
  /** Pages of lessons. `id`: the file without its ending. `minutes`: to read it and answer its quiz. */
  pages: readonly {
    id: string;
    number: number;
    title: string;
    minutes: number;
    tools: readonly { id: string; title: string }[];
    quiz?: string | undefined;
  }[];
  /** Code exercises. */
  exercises: readonly { id: string; title: string; concepts: readonly { id: string; title: string }[] }[];
  /** Architecture exercises. */
  designs: readonly { id: string; title: string; minutes: number }[];
  /** Interview questions. `text` is in inline markup. `minutes`: what an answer may take. */
  questions: readonly { id: string; text: string; minutes: number }[];
}

export interface LookedUpStep {
  kind: RouteStep['kind'];
  /** What to open, in plain text or, for questions, in inline markup. Nothing for what happens in the room. */
  links: { text: string; /** From the root, without the base path. */ href: string }[];
  /** What happens in the room, or the concepts to come to. */
  what?: string;
  note?: string | undefined;
  say?: string | undefined;
  stuck?: string | undefined;
  /** 0 where the minutes are in those of a page that the route reads. */
  minutes: number;
}

export interface Problem {
  /** Keys within the step. */
  path: PropertyKey[];
  message: string;
}

/** The end of a page, from the answer in a minute to the summary. */
const SKIM_MINUTES = 5;
const SKIM_ANCHOR = 'the-answer-in-a-minute';
/** A question is answered once, and then rated against its rubric and the model answer, for which it takes as long again. */
const ALOUD_TIMES = 2;

/** @param pagesRead pages that the route reads: their minutes hold their tools and their quiz */
export function lookUp(step: RouteStep, course: RouteCourse, pagesRead: ReadonlySet<string>): { step?: LookedUpStep; problems: Problem[] } {
  const problems: Problem[] = [];
  const find = <T extends { id: string }>(kind: string, wanted: string, among: readonly T[], ...path: PropertyKey[]): T | undefined => {
    const found = among.find(({ id }) => id === wanted);
    if (!found)
      problems.push({
        path,
        message: unknown(
          kind,
          wanted,
          among.map(({ id }) => id),
        ),
      });
    return found;
  };
  const within = (page: string): number => {
    if (!pagesRead.has(page))
      problems.push({ path: [], message: `needs \`minutes\`: the route does not read ${page}, whose minutes would hold it` });
    return 0;
  };
  const looked = described();
  return problems.length > 0 || !looked
    ? { problems }
    : { step: { ...looked, kind: step.kind, note: step.note, say: step.say, stuck: step.stuck }, problems };

  function described(): Omit<LookedUpStep, 'kind' | 'note' | 'say' | 'stuck'> | undefined {
    switch (step.kind) {
      case 'read':
      case 'skim': {
        const page = find('lesson', step.page, course.pages, 'page');
        if (!page) return undefined;
        const anchor = step.kind === 'skim' ? `#${SKIM_ANCHOR}` : '';
        const quiz = step.kind === 'read' && page.quiz ? [{ text: `Quiz of lesson ${page.number}`, href: `/quizzes/${page.quiz}/` }] : [];
        return {
          links: [{ text: `${page.number}. ${page.title}`, href: `/lessons/${page.id}/${anchor}` }, ...quiz],
          minutes: step.minutes ?? (step.kind === 'skim' ? SKIM_MINUTES : page.minutes),
        };
      }
      case 'play': {
        const page = find('lesson', step.page, course.pages, 'page');
        const tool = page && find(`tool of ${page.id}`, step.tool, page.tools, 'tool');
        if (!page || !tool) return undefined;
        return {
          links: [{ text: tool.title, href: `/lessons/${page.id}/#${tool.id}` }],
          minutes: step.minutes ?? within(page.id),
        };
      }
      case 'build': {
        const exercise = find('exercise', step.exercise, course.exercises, 'exercise');
        if (!exercise) return undefined;
        const concepts = (step.concepts ?? []).map((id, index) =>
          find(`concept of ${exercise.id}`, id, exercise.concepts, 'concepts', index),
        );
        return {
          links: [{ text: exercise.title, href: `/exercises/${exercise.id}/` }],
          ...(concepts.length > 0 && { what: concepts.map((concept) => concept?.title).join(', ') }),
          minutes: step.minutes,
        };
      }
      case 'design': {
        const design = find('architecture exercise', step.exercise, course.designs, 'exercise');
        return (
          design && {
            links: [{ text: design.title, href: `/architecture/${design.id}/` }],
            minutes: step.minutes ?? design.minutes,
          }
        );
      }
      case 'quiz': {
        const asked = course.pages.flatMap(({ id, number, quiz }) => (quiz ? [{ id: quiz, page: id, number }] : []));
        const quiz = find('quiz', step.quiz, asked, 'quiz');
        return (
          quiz && {
            links: [{ text: `Quiz of lesson ${quiz.number}`, href: `/quizzes/${quiz.id}/` }],
            minutes: step.minutes ?? within(quiz.page),
          }
        );
      }
      case 'aloud': {
        const questions = step.questions.flatMap((id, index) => find('interview question', id, course.questions, 'questions', index) ?? []);
        return {
          links: questions.map(({ id, text }) => ({ text, href: `/interview/#${id}` })),
          minutes: step.minutes ?? ALOUD_TIMES * questions.reduce((sum, question) => sum + question.minutes, 0),
        };
      }
      case 'look':
        return { links: [{ text: REFERENCES[step.at], href: `/${step.at}/` }], minutes: step.minutes };
      case 'room':
        return { links: [], what: step.what, minutes: step.minutes };
    }
  }
}
