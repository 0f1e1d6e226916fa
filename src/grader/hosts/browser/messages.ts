/** What the page and the judge’s Worker say to each other. Both are ours; what a subject says goes past the page, over a port of its own. */
import type { SuiteRun, TestOutcome } from '../../outcome.ts';
import type { Submission } from '../../submission.ts';

/** As much of a submission as a Worker needs. */
export type ModuleTexts = Pick<Submission, 'files' | 'entry'>;

export type ToJudge = ['judge', exercise: string, ModuleTexts];

export type FromJudge =
  /** Start a subject. The port that comes with this message is its line to the judge. */
  ['open', subject: number] | ['kill', subject: number] | ['outcomes', TestOutcome[]] | ['done', SuiteRun];
