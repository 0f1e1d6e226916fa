/** The calls of one case, written as code that a learner can paste, with what each gave and printed. */
import { formatValue } from './format.ts';
import type { Call } from './remote.ts';
import type { LoggedCall } from './session.ts';

/** A case with more lines than this shows its beginning and its end. */
const LINES = 24;
/** A longer argument that stands in several calls is written once, under a name. */
const LONG = 48;

export function formatCalls(calls: readonly LoggedCall[]): string {
  const names = nameResults(calls);
  const args = calls.map(({ call }) => call.args.map(written));
  const repeated = nameRepeated(args.flat());
  const entries = collapse(calls.map((logged, index) => describe(logged, args[index]!, names, repeated)));
  const lines = [
    ...[...repeated].flatMap(([text, name]) => `const ${name} = ${text}`.split('\n')),
    ...entries.flatMap(({ code, at, gave, times, printed }) => {
      const comment = [at && `at ${at}`, gave && `→ ${gave}`, times > 1 && `× ${times}`].filter(Boolean).join('  ');
      return [comment ? `${code}  // ${comment}` : code, ...printed.map((line) => `  │ ${line}`)];
    }),
  ];
  if (lines.length <= LINES) return lines.join('\n');
  const half = LINES / 2;
  return [...lines.slice(0, half), `… ${lines.length - LINES} more lines …`, ...lines.slice(-half)].join('\n');
}

interface Entry {
  code: string;
  /** The moment that it names in milliseconds, as a date that a person can read. */
  at: string;
  gave: string;
  times: number;
  printed: string[];
}

function describe(
  { call, outcome, printed }: LoggedCall,
  args: readonly string[],
  names: Map<Call, string>,
  repeated: Map<string, string>,
): Entry {
  const receiver = call.target ? `${names.get(call.target) ?? 'result'}.` : '';
  const name = names.get(call);
  const code = `${name ? `const ${name} = ` : ''}${receiver}${call.method}(${args.map((arg) => repeated.get(arg) ?? arg).join(', ')})`;
  const lines = printed.flatMap((text) => text.split('\n'));
  return { code, at: momentIn(call), gave: gaveOf(outcome, name !== undefined), times: 1, printed: lines };
}

/** Numbers of milliseconds since 1970 that are dates of these days, from 1998 to 2103, and hardly anything else. */
const [EARLIEST, LATEST] = [9e11, 4.2e12];

function momentIn({ args }: Call): string {
  const moment = args.find((arg) => typeof arg === 'number' && Number.isInteger(arg) && arg >= EARLIEST && arg <= LATEST);
  return moment === undefined ? '' : new Date(moment as number).toISOString().replace('.000Z', 'Z');
}

function written(arg: unknown): string {
  return typeof arg === 'function' ? 'callback' : formatValue(arg);
}

/** A name for each long argument that comes again: a configuration, a policy, a method. */
function nameRepeated(args: readonly string[]): Map<string, string> {
  const counts = new Map<string, number>();
  for (const text of args) if (text.length > LONG) counts.set(text, (counts.get(text) ?? 0) + 1);
  const again = [...counts].filter(([, count]) => count > 1).map(([text]) => text);
  return new Map(again.map((text, index) => [text, again.length === 1 ? 'value' : `value${index + 1}`]));
}

function gaveOf(outcome: LoggedCall['outcome'], isNamed: boolean): string {
  if (!outcome) return 'not reached';
  if ('failed' in outcome) return 'no answer';
  if ('promised' in outcome) return 'a promise';
  if ('threw' in outcome) return `threw ${formatValue(outcome.threw)}`;
  return isNamed ? '' : formatValue(outcome.returned);
}

/** Calls that follow each other and say the same are one line. */
function collapse(entries: readonly Entry[]): Entry[] {
  const collapsed: Entry[] = [];
  for (const entry of entries) {
    const last = collapsed.at(-1);
    if (last && last.code === entry.code && last.gave === entry.gave && last.printed.length + entry.printed.length === 0) last.times++;
    else collapsed.push({ ...entry });
  }
  return collapsed;
}

/** A name for each result that later calls work on: `createBucket` gives `bucket`, a second one `bucket2`. */
function nameResults(calls: readonly LoggedCall[]): Map<Call, string> {
  const names = new Map<Call, string>();
  const counts = new Map<string, number>();
  for (const { call } of calls) {
    if (!call.target || names.has(call.target)) continue;
    const base = call.target.method.replace(/^(create|make|open|compile)(?=[A-Z])/, '').replace(/^./, (letter) => letter.toLowerCase());
    const name = base === call.target.method ? `${base}Result` : base;
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    names.set(call.target, count === 1 ? name : `${name}${count}`);
  }
  return names;
}
