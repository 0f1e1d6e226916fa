/** The page of the browser tests: it judges what a test hands it. */
import { browserJudge } from '../../../src/grader/hosts/browser/judge.ts';
import { createReader } from '../../../src/grader/hosts/browser/read-submission.ts';
import { openSubjectFrame } from '../../../src/grader/hosts/browser/subject-frame.ts';
import source from 'virtual:subject-worker';

declare global {
  var judge: ReturnType<typeof browserJudge>;
  var reader: ReturnType<typeof createReader>;
}

globalThis.judge = browserJudge(
  'the only one',
  () => new Worker('judge.js', { type: 'module' }),
  () => openSubjectFrame(Promise.resolve(source), document.body),
);
globalThis.reader = createReader(() => new Worker('blank-types.js', { type: 'module' }));
