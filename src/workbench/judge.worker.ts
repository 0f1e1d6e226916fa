/** The judge’s Worker of the exercise pages. A suite is loaded when a run starts, and not before. */
import { judgeWhatComes } from '../grader/hosts/browser/judge-in-worker.ts';

const suites = import.meta.glob('../../tests/hidden/*/suite.test.ts');

judgeWhatComes((exercise) => suites[`../../tests/hidden/${exercise}/suite.test.ts`]!());
