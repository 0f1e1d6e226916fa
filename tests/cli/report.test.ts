import { describe, expect, it } from 'vitest';
import type { SuiteRun } from '../../src/grader/outcome.ts';
import type { RunRecord } from '../../src/grader/progress/progress.ts';
import { inAscii } from '../../src/grader/report/layout.ts';
import { openLiveReport } from '../../src/grader/report/live-report.ts';
import type { Look } from '../../src/grader/report/look.ts';
import { notJudged, verdictOf, type ExerciseVerdict } from '../../src/grader/verdict.ts';
import { bell, brokenRun, plain, runOf, twoPresses } from './support/sample.ts';

interface Options {
  look?: Partial<Look>;
  last?: RunRecord;
  hintsRead?: number;
  verdict?: ExerciseVerdict;
}

/** What is written, piece by piece, while `run` comes in and its verdict follows. */
function piecesOf(run: SuiteRun, { look, last, hintsRead = 0, verdict = verdictOf(bell, run) }: Options = {}): string[] {
  const pieces: string[] = [];
  const report = openLiveReport(bell, last, { ...plain, ...look }, (piece) => pieces.push(piece));
  for (const outcome of run.outcomes) report.outcome(outcome);
  report.verdict(verdict, hintsRead);
  return pieces;
}

const reportOf = (run: SuiteRun, options?: Options) => piecesOf(run, options).join('');

const lastTime: RunRecord = { at: '2026-11-20T09:00:00.000Z', earned: 10, points: 30, passed: ['silence'], broken: 'ringing' };
const allPassed: RunRecord = { at: '2026-11-20T09:00:00.000Z', earned: 30, points: 30, passed: ['silence', 'ringing', 'echo'] };

describe('the report', () => {
  it('shows where the learner was, the concepts, the first broken rule, its calls, the next hint and the sum', () => {
    expect(reportOf(brokenRun, { last: lastTime })).toBe(`\
The bell   last time: stuck at concept 2 of 3

  ✔ 1  A new bell is silent          10 points
  ✘ 2  It rings once for each press  1 of 2 rules broken

  Beyond: stars, in any order
  ✘ 3  It echoes in the corridor     1 of 1 rules broken

✘ Concept 2, It rings once for each press

  Two presses are two rings, however close together they come

  Your code answers differently.

  input     const bell = createBell('front desk')
            bell.press(0)
              │ ding
            bell.press(1)
            bell.rings()  // → 1
  expected  2
  got       1

  npm run hint bell   hint 1 of 3, costs nothing

10 of 30 points, 1 of 2 concepts
`);
  });

  it('fits 60 columns, and code that had to be broken can still be pasted', () => {
    const run = runOf(bell, {
      [twoPresses]: {
        status: 'failed',
        message: 'Your code answers differently.',
        input:
          "const bell = createBell({ desk: 'front', corridor: 'second floor', hours: 24 })\n" +
          "bell.press({ by: 'guest in room 12', at: 1763715600000 })  // → { rang: false, because: 'nobody is awake' }",
        expected: '{ rang: true }',
        actual: "{ rang: false, because: 'nobody is awake' }",
      },
    });
    expect(reportOf(run, { look: { width: 60 }, hintsRead: 3 })).toBe(`\
The bell

  ✔ 1  A new bell is silent          10 points
  ✘ 2  It rings once for each press  1 of 2 broken

  Beyond: stars, in any order
  ✔ 3  It echoes in the corridor     5 stars

✘ Concept 2, It rings once for each press

  Two presses are two rings, however close together they
  come

  Your code answers differently.

  input     const bell = createBell({ desk: 'front',
              corridor: 'second floor', hours: 24 })
            bell.press({ by: 'guest in room 12', at:
              1763715600000 })
              // → { rang: false, because: 'nobody is awake'
              // }
  expected  { rang: true }
  got       { rang: false, because: 'nobody is awake' }

  npm run hint bell   all hints are read: the last again

10 of 30 points, 5 of 5 stars, 1 of 2 concepts
`);
  });

  it('has one accent: brass for what was just earned and what to type, red and green for marks alone', () => {
    const report = reportOf(runOf(bell, { [twoPresses]: { status: 'failed', message: 'No.' } }), {
      look: { width: 100, colors: 'rich' },
      last: lastTime,
    });
    const green = '\u001B[32m';
    const red = '\u001B[31m';
    const brass = '\u001B[38;5;136m';
    const off = '\u001B[0m';
    const inked = (ink: string) =>
      report
        .split(ink)
        .slice(1)
        .map((piece) => piece.slice(0, piece.indexOf(off)));
    expect(inked(green)).toEqual(['✔', '✔']);
    expect(inked(red)).toEqual(['✘', '✘']);
    // The first concept was earned before this run.
    expect(inked(brass)).toEqual(['5 stars', 'npm run hint bell']);
  });

  it('has no color where there is none', () => {
    expect(reportOf(brokenRun)).not.toContain('\u001B');
  });

  it('can be written in ASCII', () => {
    // oxlint-disable-next-line no-control-regex
    expect(inAscii(reportOf(brokenRun))).toMatch(/^[\u0000-\u007F]+$/);
  });

  it('of a passed exercise is short', () => {
    expect(reportOf(runOf(bell), { last: allPassed })).toBe(`\
The bell   last time: all 3 concepts

  ✔ 1  A new bell is silent          10 points
  ✔ 2  It rings once for each press  20 points

  Beyond: stars, in any order
  ✔ 3  It echoes in the corridor     5 stars

✔ 30 of 30 points, 5 of 5 stars, 2 of 2 concepts
`);
  });

  it('of a passed exercise tells what lies beyond from what is broken', () => {
    const report = reportOf(runOf(bell, { 'the corridor answers': { status: 'failed', message: 'Silence.' } }));
    expect(report).toContain('✘ Beyond, concept 3, It echoes in the corridor');
    expect(report).not.toContain('Mend this one first');
    expect(report).toMatch(/✔ 30 of 30 points, 0 of 5 stars, 2 of 2 concepts\n$/);
  });

  it('of a source that cannot be read leaves the mark where it is', () => {
    const refused = `Expression expected.\nbell.ts:2\n  const rings = ;${' '.repeat(90)}// later\n                ^`;
    expect(reportOf({ outcomes: [], refused })).toContain(
      `  Expression expected.\n  bell.ts:2\n    const rings = ;${' '.repeat(60)}…\n                  ^\n`,
    );
  });

  it('of a submission that could not be loaded says why, and shows what it printed without obeying it', () => {
    const run: SuiteRun = {
      outcomes: [],
      refused: 'bell.ts:3 cannot be read: a bracket is not complete.',
      printed: 'hello\n\u001B[2Jgone',
    };
    expect(reportOf(run)).toBe(`\
The bell

✘ bell.ts could not be graded

  bell.ts:3 cannot be read: a bracket is not complete.

  Printed while the file was loaded:
    hello
    \\x1b[2Jgone

0 of 30 points, 0 of 2 concepts
`);
  });

  it('explains a rule whose turn never came', () => {
    const run = runOf(bell, {
      'one press is one ring': { status: 'not-run', message: 'not run: the 10 s of this submission are used up' },
    });
    expect(reportOf(run)).toContain('  One press is one ring\n\n  not run: the 10 s of this submission are used up\n');
  });

  it('shows what was printed while the file was loaded, above the rule that is broken', () => {
    const report = reportOf({ ...brokenRun, printed: 'ready' });
    expect(report).toContain('\n\n  Printed while the file was loaded:\n    ready\n\n✘ Concept 2');
  });

  it('of a run that was not judged blames nobody', () => {
    expect(reportOf({ outcomes: [] }, { verdict: notJudged(bell, 'No test reported anything.') })).toBe(`\
The bell

? Not judged: the grader is in trouble, not your code.

  No test reported anything.

  The reference solution does not come through either, so nothing is recorded.
  Try once more.
  With FRONT_DESK_DEBUG=1 in the environment it shows more.
`);
  });

  it('says where the learner was in points when that concept is no more', () => {
    const report = reportOf(runOf(bell), { last: { ...lastTime, broken: 'polishing' } });
    expect(report.split('\n')[0]).toBe('The bell   last time: 10 of 30 points');
  });

  it('shortens what is long in the middle', () => {
    const input = Array.from({ length: 100 }, (_, press) => `bell.press(${press})`).join('\n');
    const report = reportOf(runOf(bell, { [twoPresses]: { status: 'failed', message: 'No.', input } }));
    expect(report.match(/bell\.press/g)).toHaveLength(29);
    expect(report).toContain('bell.press(9)\n            … 71 lines left out; --json has them all\n            bell.press(81)');
  });
});

describe('while a run is going on', () => {
  it('a concept appears once its last test is in', () => {
    const pieces: string[] = [];
    const report = openLiveReport(bell, undefined, plain, (piece) => pieces.push(piece));
    const [silent, one, two] = runOf(bell).outcomes;
    expect(pieces.splice(0)).toEqual(['The bell\n\n']);
    report.outcome(silent!);
    expect(pieces.splice(0)).toEqual(['  ✔ 1  A new bell is silent          10 points\n']);
    report.outcome(one!);
    expect(pieces.splice(0)).toEqual([]);
    report.outcome(two!);
    expect(pieces.splice(0)).toEqual(['  ✔ 2  It rings once for each press  20 points\n']);
  });

  it('concepts keep their order, whichever is finished first', () => {
    const run = runOf(bell);
    run.outcomes.reverse();
    expect(reportOf(run)).toBe(reportOf(runOf(bell)));
  });

  it('a bar is drawn in place on a terminal, and is gone in the end', () => {
    const pieces = piecesOf(runOf(bell), { look: { live: true } });
    const bars = pieces.filter((piece) => piece.includes('rules'));
    expect(bars).toEqual([
      `\r\u001B[2K  ${'─'.repeat(32)}  0 of 4 rules`,
      `\r\u001B[2K  ${'━'.repeat(8)}${'─'.repeat(24)}  1 of 4 rules`,
      `\r\u001B[2K  ${'━'.repeat(16)}${'─'.repeat(16)}  2 of 4 rules`,
      `\r\u001B[2K  ${'━'.repeat(24)}${'─'.repeat(8)}  3 of 4 rules`,
    ]);
    // What the last line of each carriage return leaves on the screen.
    const screen = pieces.join('').replaceAll(/[^\n]*\r\u001B\[2K/g, '');
    expect(screen).toBe(reportOf(runOf(bell)));
  });

  it('a bar that is given up leaves an empty line', () => {
    const pieces: string[] = [];
    openLiveReport(bell, undefined, { ...plain, live: true }, (piece) => pieces.push(piece)).abandon();
    expect(pieces.at(-1)).toBe('\r\u001B[2K');
  });

  it('concepts are written again when a second run came to another result', () => {
    const report = reportOf(runOf(bell), { verdict: verdictOf(bell, brokenRun) });
    expect(report).toContain('✔ 2  It rings');
    expect(report.slice(report.indexOf('✔ 2'))).toContain('\n\n  ✔ 1  A new bell is silent          10 points\n  ✘ 2');
  });
});
