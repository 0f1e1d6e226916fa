/** The judge’s Worker of the browser tests: it has one suite, whichever the bundler put there. */
import { judgeWhatComes } from '../../../src/grader/hosts/browser/judge-in-worker.ts';

judgeWhatComes(() => import('virtual:hidden-suite'));
