/**
 * `npm run bench`: every measured claim of the project, in one run on one machine, beside what it is measured against.
 * `npm run bench -- --json` prints the figures as JSON. Nothing here passes or fails: a busy machine is no reason to.
 */
import { cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import * as reference from '../solutions/token-bucket/token-bucket.ts';
import { measureBoundary } from './boundary.ts';
import { measureColdGrade, measureMemory, measureWarmGrade } from './grading.ts';
import { measureLimiters } from './limiters.ts';
import type { Samples } from './measure.ts';
import { formatTable } from './table.ts';

// Node warns of its own experimental parts; whoever reads figures need not know.
process.removeAllListeners('warning');

const { values: flags } = parseArgs({ options: { json: { type: 'boolean', default: false } } });
const tell = (text: string) => void (flags.json || process.stderr.write(text));

tell('cold grade …\n');
const cold = await measureColdGrade();
tell('warm grade …\n');
const warm = await measureWarmGrade();
tell('memory …\n');
const memory = await measureMemory();
tell('boundary …\n');
const boundary = await measureBoundary();
tell('limiters …\n');
const limiters = await measureLimiters(reference);

const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, ${gigabytes(totalmem())}, ${process.platform}, Node ${process.version}`;

if (flags.json) {
  process.stdout.write(
    `${JSON.stringify({ machine, cold, ratio: cold.graded.median / cold.inProcess.median, warm, memory, boundary, limiters }, null, 2)}\n`,
  );
} else {
  process.stdout.write(`${machine}\nMedians; the noise is the distance between the quartiles, as a share of the median.\n\n`);
  process.stdout.write(
    formatTable(
      ['Grading the reference solution of token-bucket', 'median', 'noise', 'rounds', 'target'],
      [
        row('cold: npm run grade token-bucket', cold.graded, milliseconds),
        row('cold: the same suite in one process, through npm', cold.inProcess, milliseconds),
        ['  ratio', (cold.graded.median / cold.inProcess.median).toFixed(2), '', '', '≤ 1.60'],
        [...row('warm: from save to verdict', warm, milliseconds), '≤ 300 ms'],
        memory
          ? [...row('peak memory, grader and subject together', memory, megabytes), '< 350 MB']
          : ['peak memory: this system does not tell'],
      ],
    ),
  );
  process.stdout.write(
    formatTable(
      ['Calls between judge and subject', 'calls/s', 'noise', 'rounds'],
      boundary.map(({ way, perSecond }) => row(way, perSecond, count)),
    ),
  );
  process.stdout.write(
    formatTable(
      ['Decisions', 'load', 'decisions/s', 'noise', 'let pass'],
      limiters.map(({ limiter, load, perSecond, passed }) => [
        limiter,
        load,
        count(perSecond.median),
        percent(perSecond.noise),
        percent(passed),
      ]),
    ),
  );
}

function row(what: string, samples: Samples, format: (value: number) => string): string[] {
  return [what, format(samples.median), percent(samples.noise), String(samples.count)];
}

function milliseconds(value: number): string {
  return `${value.toFixed(0)} ms`;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(0)} MB`;
}

function gigabytes(bytes: number): string {
  return `${(bytes / 1e9).toFixed(0)} GB`;
}

function count(value: number): string {
  return Math.round(value).toLocaleString('en-US');
}

function percent(share: number): string {
  return `${(share * 100).toFixed(share < 0.1 ? 1 : 0)} %`;
}
