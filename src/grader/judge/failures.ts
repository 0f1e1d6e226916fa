/** How a call, or a whole test, may come to nothing. Each message is the end of a sentence for the learner. */

import { formatValue } from './format.ts';

/** A call that did not give a result: `Your code …`. */
export class CallFailed extends Error {
  override name = 'CallFailed';
}

/** The subject hung, crashed or was ended in the middle of a call. It is started again for the next one. */
export class SubjectLost extends CallFailed {
  override name = 'SubjectLost';
}

/** More of a message is not read by anybody. */
const MESSAGE = 300;

/** What the submission threw, as its caller sees it. */
export class Thrown extends Error {
  override name = 'Thrown';
  readonly thrown: unknown;
  constructor(thrown: unknown) {
    super(
      thrown instanceof Error
        ? shortened(`threw ${thrown.name}: ${thrown.message}`)
        : `threw ${shortened(formatValue(thrown))}, which is no Error`,
    );
    this.thrown = thrown;
  }
}

function shortened(text: string): string {
  return text.length > MESSAGE ? `${text.slice(0, MESSAGE)}…` : text;
}

/** A limit is used up: this test was not run. */
export class NotRun extends Error {
  override name = 'NotRun';
}
