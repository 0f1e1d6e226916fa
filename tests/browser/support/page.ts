/** The page of the browser tests: it judges what a test hands it. */
import { browserJudge } from '../../../src/grader/hosts/browser/judge.ts';
import { openSubjectFrame } from '../../../src/grader/hosts/browser/subject-frame.ts';
import source from 'virtual:subject-worker';

declare global {
  var judge: ReturnType<typeof browserJudge>;
}

globalThis.judge = browserJudge(
  'the only one',
  () => new Worker('judge.js', { type: 'module' }),
  () => openSubjectFrame(Promise.resolve(source), document.body),
);
