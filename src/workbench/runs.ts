/** Runs of one exercise in this page: from what stands in the editor to a verdict. */
import { browserJudge } from '../grader/hosts/browser/judge.ts';
import type { ModuleTexts } from '../grader/hosts/browser/messages.ts';
import { createReader } from '../grader/hosts/browser/read-submission.ts';
import { openSubjectFrame } from '../grader/hosts/browser/subject-frame.ts';
import { judged, type Watching } from '../grader/judged.ts';
import { verdictOf, type ExerciseVerdict, type Gradable } from '../grader/verdict.ts';
import { solutionOf } from './solutions.ts';

export interface Runs {
  /** @param files TypeScript, by path with `/` */
  run(files: Readonly<Record<string, string>>, watching?: Watching): Promise<ExerciseVerdict>;
  /** Gets ready what a run needs. */
  prepare(): void;
  close(): void;
}

/** Milliseconds. What the next run needs is made ready while the learner reads the verdict, and not while it is drawn: that takes the same cores. */
const UNTIL_SHOWN = 300;

/** @param parent the element in which submissions live: it must stay in the document, and nothing of them is seen */
export function createRuns(exercise: Gradable, parent: Element): Runs {
  const entry = `${exercise.name}.ts`;
  const subject = () => import('virtual:subject-worker').then(({ default: text }) => text);
  const reader = createReader(
    () => new Worker(new URL('../grader/hosts/browser/blank-types.worker.ts', import.meta.url), { type: 'module' }),
  );
  const judge = browserJudge(
    exercise.name,
    () => new Worker(new URL('./judge.worker.ts', import.meta.url), { type: 'module' }),
    () => openSubjectFrame(subject(), parent),
  );

  /** The reference is ours: if it cannot be read, the grader is in trouble and says so. */
  async function reference(): Promise<ModuleTexts> {
    const submission = await reader.read(await solutionOf(exercise.name), entry);
    if ('refused' in submission) throw new Error(submission.refused);
    return submission;
  }

  let preparing: ReturnType<typeof setTimeout> | undefined;

  return {
    async run(files, watching) {
      clearTimeout(preparing);
      judge.prepare();
      const submission = await reader.read(files, entry);
      if ('refused' in submission) return verdictOf(exercise, { outcomes: [], refused: submission.refused });
      const verdict = await judged(exercise, judge, submission, reference, watching);
      preparing = setTimeout(() => judge.prepare(), UNTIL_SHOWN);
      return verdict;
    },
    prepare() {
      reader.prepare();
      judge.prepare();
    },
    close() {
      clearTimeout(preparing);
      reader.close();
      judge.close();
    },
  };
}
