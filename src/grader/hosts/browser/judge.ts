import type { Judge } from '../../judged.ts';
import type { SuiteRun } from '../../outcome.ts';
import type { FromJudge, ModuleTexts, ToJudge } from './messages.ts';

/** Where subjects live while one submission is judged. */
export interface SubjectRoom {
  /** Starts a subject whose line to the judge is this port. What comes back ends it. */
  admit(port: MessagePort): () => void;
  /** Ends whatever is in there. */
  close(): void;
}

export interface BrowserJudge extends Judge<ModuleTexts> {
  /** Gets what a run needs ready before it is asked for. */
  prepare(): void;
  close(): void;
}

/** Twice what a submission may use up: where even that is over, the judge itself has come to a stop. */
const PATIENCE_MS = 20_000;

/**
 * Judges in this browser: the suite in one Worker, which outlives the runs until one breaks off, the subject in a room that does not share the
 * page’s origin and is new for each run.
 */
export function browserJudge(exercise: string, startWorker: () => Worker, openRoom: () => SubjectRoom): BrowserJudge {
  let worker: Worker | undefined;
  let room: SubjectRoom | undefined;
  /** One submission at a time: they share the Worker. */
  let turn: Promise<unknown> = Promise.resolve();

  function prepare(): void {
    worker ??= startWorker();
    room ??= openRoom();
  }

  function endWorker(): void {
    worker?.terminate();
    worker = undefined;
  }

  async function judge(submission: ModuleTexts, { onOutcome, signal }: Parameters<Judge<ModuleTexts>['run']>[1] = {}): Promise<SuiteRun> {
    prepare();
    const [judging, subjectRoom] = [worker!, room!];
    room = undefined;
    const subjects = new Map<number, () => void>();
    let patience: ReturnType<typeof setTimeout> | undefined;

    const done = await new Promise<SuiteRun>((resolve) => {
      const breakOff = (trouble: string) => resolve({ outcomes: [], trouble });
      const giveUp = () => breakOff('The run was given up.');
      if (signal?.aborted) giveUp();
      signal?.addEventListener('abort', giveUp);
      patience = setTimeout(() => breakOff(`The judge did not finish within ${PATIENCE_MS / 1000} s.`), PATIENCE_MS);
      judging.onerror = ({ message }) => breakOff(message || 'The judge could not be loaded.');
      judging.onmessage = ({ data, ports }: MessageEvent<FromJudge>) => {
        const [kind, content] = data;
        if (kind === 'open') subjects.set(content, subjectRoom.admit(ports[0]!));
        else if (kind === 'kill') subjects.get(content)?.();
        else if (kind === 'outcomes') content.forEach((outcome) => onOutcome?.(outcome));
        else resolve(content);
      };
      judging.postMessage(['judge', exercise, submission] satisfies ToJudge);
    });
    clearTimeout(patience);
    subjectRoom.close();
    // Whatever ails the judge does not ail the next run.
    if (done.trouble !== undefined) endWorker();
    return done;
  }

  return {
    run(submission, watching) {
      const done = turn.then(() => judge(submission, watching));
      turn = done.catch(() => {});
      return done;
    },
    prepare,
    close() {
      endWorker();
      room?.close();
      room = undefined;
    },
  };
}
