/** The page of the browser tests: it judges what a test hands it. */
import { browserJudge, subjectWorkers } from '../../../src/grader/hosts/browser/judge.ts';
import source from 'virtual:subject-worker';

declare global {
  var judge: ReturnType<typeof browserJudge>;
}

globalThis.judge = browserJudge('judge.js', subjectWorkers(source));
