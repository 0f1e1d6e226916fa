import type { Judge } from '../../judged.ts';
import type { SuiteRun } from '../../outcome.ts';
import type { FromJudge, ModuleTexts, ToJudge } from './messages.ts';

/**
 * Makes a subject whose line to the judge is this port, and returns what ends it. Who makes it decides what is around it: a Worker of
 * this page, or one in a sandboxed frame without an origin.
 */
export type StartSubject = (port: MessagePort) => () => void;

/**
 * Judges in this browser: the suite in one Worker, the subject wherever `startSubject` puts it.
 *
 * @param address of the bundled `judge.worker.ts` with the suite of one exercise
 */
export function browserJudge(address: string | URL, startSubject: StartSubject): Judge<ModuleTexts> {
  return {
    run(submission, { onOutcome } = {}) {
      const judge = new Worker(address, { type: 'module' });
      const subjects = new Map<number, () => void>();

      return new Promise<SuiteRun>((resolve) => {
        judge.onerror = ({ message }) => resolve({ outcomes: [], trouble: message });
        judge.onmessage = ({ data, ports }: MessageEvent<FromJudge>) => {
          const [kind, content] = data;
          if (kind === 'open') subjects.set(content, startSubject(ports[0]!));
          else if (kind === 'kill') subjects.get(content)?.();
          else if (kind === 'outcome') onOutcome?.(content);
          else resolve(content);
        };
        judge.postMessage(['judge', submission] satisfies ToJudge);
      }).finally(() => {
        judge.terminate();
        for (const end of subjects.values()) end();
      });
    },
  };
}

/**
 * Subjects in Workers of this page. They inherit its content security policy, which must let no script in but the page's own and `blob:`,
 * and open no connection: `script-src 'self' blob:; connect-src 'none'`.
 *
 * @param source the bundled text of `subject.worker.ts`
 */
export function subjectWorkers(source: string): StartSubject {
  const address = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
  return (port) => {
    const worker = new Worker(address);
    worker.postMessage(undefined, [port]);
    return () => worker.terminate();
  };
}
