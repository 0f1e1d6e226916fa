/** What there is to measure: each section measures its figures and lays them out as tables. */
import * as authorizerPolicy from '../solutions/authorizer-policy/authorizer-policy.ts';
import * as cacheKeys from '../solutions/cache-keys/cache-keys.ts';
import * as tokenBucket from '../solutions/token-bucket/token-bucket.ts';
import * as websocketBroadcast from '../solutions/websocket-broadcast/websocket-broadcast.ts';
import { measureStatements, measureWildcards } from './authorizer-policy.ts';
import { measureBoundary } from './boundary.ts';
import { measureCache, measureKeys, measureRoom } from './cache-keys.ts';
import { measureColdGrade, measureMemory, measureWarmGrade } from './grading.ts';
import { measureLimiters } from './limiters.ts';
import type { Samples } from './measure.ts';
import { measurePage } from './page.ts';
import { measureReading, measureRendering } from './vtl.ts';
import { measureBroadcasts, type BroadcastFigure } from './websocket-broadcast.ts';

/** The first line holds the headings. */
export type Table = string[][];

export interface Section {
  name: string;
  /** The figures as data, and laid out. */
  measure(): Promise<{ figures: unknown; tables: Table[] }>;
}

function section<Figures>(name: string, measure: () => Promise<Figures>, tables: (figures: Figures) => Table[]): Section {
  return {
    name,
    async measure() {
      const figures = await measure();
      return { figures, tables: tables(figures) };
    },
  };
}

export const SECTIONS: Section[] = [
  section(
    'grading',
    async () => ({ cold: await measureColdGrade(), warm: await measureWarmGrade(), memory: await measureMemory() }),
    ({ cold, warm, memory }) => [
      [
        ['Grading the reference solution of token-bucket', 'median', 'noise', 'rounds', 'target'],
        row('cold: npm run grade token-bucket', cold.graded, milliseconds),
        row('cold: the same suite in one process, through npm', cold.inProcess, milliseconds),
        ['  ratio', ratio(cold.graded, cold.inProcess), '', '', '≤ 1.60'],
        [...row('warm: from save to verdict', warm, milliseconds), '≤ 300 ms'],
        memory
          ? [...row('peak memory, grader and subject together', memory, megabytes), '< 350 MB']
          : ['peak memory: this system does not tell'],
      ],
    ],
  ),
  section('boundary', measureBoundary, (figures) => [
    [
      ['Calls between judge and subject', 'calls/s', 'noise', 'rounds', 'target'],
      ...figures.map(({ way, perSecond }) => [...row(way, perSecond, count), way.endsWith('message, in Chromium') ? '≥ 5,000' : '']),
    ],
  ]),
  section('page', measurePage, ({ warm, warmInTerminal, cold, coldInTerminal, longestSilence }) => [
    [
      ['Run to verdict in Chromium, token-bucket', 'median', 'noise', 'rounds', 'target'],
      [...row('warm: from the key to the verdict', warm, milliseconds), '≤ 250 ms'],
      row('  in the terminal, from save to verdict', warmInTerminal, milliseconds),
      ['  ratio', ratio(warm, warmInTerminal), '', '', ''],
      [...row('cold: the page has just come', cold, milliseconds), '≤ 1,200 ms'],
      row('  in the terminal: npm run grade', coldInTerminal, milliseconds),
      ['  ratio', ratio(cold, coldInTerminal), '', '', ''],
    ],
    [
      ['Longest silence of the page while it judges', 'median', 'noise', 'rounds', 'target'],
      ...Object.entries(longestSilence).map(([does, samples]) => [...row(does, samples, milliseconds), '< 200 ms']),
    ],
  ]),
  section(
    'token-bucket',
    () => measureLimiters(tokenBucket),
    (figures) => [
      [
        ['Decisions', 'load', 'decisions/s', 'noise', 'let pass'],
        ...figures.map(({ limiter, load, perSecond, passed }) => [
          limiter,
          load,
          count(perSecond.median),
          percent(perSecond.noise),
          percent(passed),
        ]),
      ],
    ],
  ),
  section(
    'cache-keys',
    async () => ({ keys: await measureKeys(cacheKeys), cache: await measureCache(cacheKeys), room: measureRoom(cacheKeys) }),
    ({ keys, cache, room }) => [
      [
        ['Cache keys', 'keys/s', 'noise', 'rounds', 'target'],
        ...keys.map(({ way, perSecond }, index) => [...row(way, perSecond, count), index === 0 ? '≥ 1,000,000' : '']),
      ],
      [
        ['Entries', 'lookup', 'noise', 'store into a full cache', 'noise'],
        ...cache.map(({ entries, lookup, store }) => [
          count(entries),
          nanoseconds(lookup.median),
          percent(lookup.noise),
          nanoseconds(store.median),
          percent(store.noise),
        ]),
      ],
      [
        ['A full cache', 'entries', 'capacity', 'on the heap'],
        ['  after twice as many were stored', count(room.entries), megabytes(room.capacity), megabytes(room.held)],
      ],
    ],
  ),
  section(
    'vtl',
    async () => ({ rendering: await measureRendering(), reading: await measureReading() }),
    ({ rendering, reading }) => [
      [
        ['100 items to JSON, parsed in advance', 'reference/s', 'velocityjs/s', 'ratio', 'target'],
        ...(['template and body', 'template', 'nothing'] as const).map((inAdvance) => {
          const [reference, velocity] = (['reference', 'velocityjs'] as const).map(
            (engine) => rendering.find((figure) => figure.engine === engine && figure.inAdvance === inAdvance)!.perSecond,
          );
          const target = { 'template and body': '≥ 4.00', template: '≥ 1.50', nothing: '≥ 1.00' }[inAdvance];
          return [inAdvance, count(reference!.median), count(velocity!.median), ratio(reference!, velocity!), target];
        }),
      ],
      [
        ['Reading a template', 'median', 'noise', 'rounds'],
        ...reading.map(({ kilobytes, milliseconds: samples }) => row(`${kilobytes} KB`, samples, (value) => `${value.toFixed(2)} ms`)),
      ],
    ],
  ),
  section(
    'authorizer-policy',
    async () => [...(await measureStatements(authorizerPolicy)), ...(await measureWildcards(authorizerPolicy))],
    (figures) => [
      [
        ['Evaluations of a prepared policy', 'evaluations/s', 'noise', 'rounds', 'target'],
        ...figures.map(({ what, perSecond }) => [...row(what, perSecond, count), what === '20 statements' ? '≥ 200,000' : '']),
      ],
    ],
  ),
  section(
    'websocket-broadcast',
    () => measureBroadcasts(websocketBroadcast),
    (figures) => [
      [
        ['10,000 posts, each', 'by', 'median', 'noise', 'rounds', 'target'],
        ...figures.map(({ way, post, milliseconds: samples }) => [
          post,
          ...row(way, samples, (value) => `${value.toFixed(2)} ms`),
          way === 'reference' ? broadcastTarget(post, samples, figures) : '',
        ]),
      ],
    ],
  ),
];

/** At once: a time. Where a post takes some: a share of what the bare loop takes. */
function broadcastTarget(post: BroadcastFigure['post'], reference: Samples, figures: BroadcastFigure[]): string {
  if (post === 'resolves at once') return '< 10 ms';
  const bare = figures.find((figure) => figure.post === post && figure.way === 'bare loop')!;
  return `${ratio(reference, bare.milliseconds)} × the bare loop, ≤ 1.20`;
}

function row(what: string, samples: Samples, format: (value: number) => string): string[] {
  return [what, format(samples.median), percent(samples.noise), String(samples.count)];
}

function ratio(one: Samples, other: Samples): string {
  return (one.median / other.median).toFixed(2);
}

function milliseconds(value: number): string {
  return `${value.toFixed(0)} ms`;
}

function nanoseconds(value: number): string {
  return `${value.toFixed(0)} ns`;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(0)} MB`;
}

function count(value: number): string {
  return Math.round(value).toLocaleString('en-US');
}

function percent(share: number): string {
  return `${(share * 100).toFixed(share < 0.1 ? 1 : 0)} %`;
}
