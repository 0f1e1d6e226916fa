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
 * Judges in this browser: the suite in one Worker, the subject in a room that does not share the page’s origin. Both are new for each run,
 * and what the next run needs is made ready while the learner reads the verdict.
 */
export function browserJudge(exercise: string, startWorker: () => Worker, openRoom: () => SubjectRoom): BrowserJudge {
  let ready: { worker: Worker; room: SubjectRoom } | undefined;

  function prepare(): void {
    ready ??= { worker: startWorker(), room: openRoom() };
  }

  function run(submission: ModuleTexts, { onOutcome, signal }: Parameters<Judge<ModuleTexts>['run']>[1] = {}): Promise<SuiteRun> {
    prepare();
    const { worker, room } = ready!;
    ready = undefined;
    const subjects = new Map<number, () => void>();
    let patience: ReturnType<typeof setTimeout> | undefined;

    return new Promise<SuiteRun>((resolve) => {
      const breakOff = (trouble: string) => resolve({ outcomes: [], trouble });
      const giveUp = () => breakOff('The run was given up.');
      if (signal?.aborted) giveUp();
      signal?.addEventListener('abort', giveUp);
      patience = setTimeout(() => breakOff(`The judge did not finish within ${PATIENCE_MS / 1000} s.`), PATIENCE_MS);
      worker.onerror = ({ message }) => breakOff(message || 'The judge could not be loaded.');
      worker.onmessage = ({ data, ports }: MessageEvent<FromJudge>) => {
        const [kind, content] = data;
        if (kind === 'open') subjects.set(content, room.admit(ports[0]!));
        else if (kind === 'kill') subjects.get(content)?.();
        else if (kind === 'outcome') onOutcome?.(content);
        else resolve(content);
      };
      worker.postMessage(['judge', exercise, submission] satisfies ToJudge);
    }).finally(() => {
      clearTimeout(patience);
      worker.terminate();
      room.close();
      prepare();
    });
  }

  return {
    run,
    prepare,
    close() {
      ready?.worker.terminate();
      ready?.room.close();
      ready = undefined;
    },
  };
}
