/** The Worker of the playground: the reference interpreter, and who looks on. */
import { compile } from '../../solutions/vtl/vtl.ts';
import type { Situation } from './template-playground-input.ts';
import type { FromWorker } from './template-playground-runner.ts';
import { traceReferences } from './template-playground-trace.ts';
import { playTemplate } from './template-playground.ts';

addEventListener('message', ({ data }: MessageEvent<Situation>) => tell(playTemplate({ compile, traceReferences }, data)));
tell('ready');

function tell(message: FromWorker): void {
  postMessage(message);
}
