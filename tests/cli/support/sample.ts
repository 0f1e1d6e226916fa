/** A small exercise and what runs of it gave. */
import type { Exercise } from '../../../src/grader/exercises.ts';
import type { SuiteRun, TestOutcome } from '../../../src/grader/outcome.ts';
import type { Look } from '../../../src/grader/report/look.ts';

const hints = ['Where to look.', 'What to do.', 'How to do it.'];

export const bell: Exercise = {
  name: 'bell',
  title: 'The bell',
  formerly: [],
  exports: ['createBell'],
  concepts: [
    { id: 'silence', formerly: [], title: 'A new bell is silent', points: 10, beyond: false, hints },
    { id: 'ringing', formerly: [], title: 'It rings once for each press', points: 20, beyond: false, hints },
    { id: 'echo', formerly: [], title: 'It echoes in the corridor', points: 5, beyond: true, hints },
  ],
  expected: new Map([
    ['silence', ['a bell that nobody pressed has not rung']],
    ['ringing', ['one press is one ring', 'two presses are two rings, however close together they come']],
    ['echo', ['the corridor answers']],
  ]),
};

export function outcome(concept: string, name: string, change: Partial<TestOutcome> = {}): TestOutcome {
  return { concept, name, status: 'passed', message: '', ms: 1, ...change };
}

/** A run in which every test passed, but for the changes: test name to what is different. */
export function runOf(exercise: Exercise, changes: Record<string, Partial<TestOutcome>> = {}): SuiteRun {
  const outcomes = [...exercise.expected].flatMap(([concept, names]) => names.map((name) => outcome(concept, name, changes[name])));
  return { outcomes };
}

export const twoPresses = 'two presses are two rings, however close together they come';

/** The second concept's second rule is broken. */
export const brokenRun = runOf(bell, {
  [twoPresses]: {
    status: 'failed',
    message: 'Your code answers differently.',
    input: "const bell = createBell('front desk')\nbell.press(0)\n  │ ding\nbell.press(1)\nbell.rings()  // → 1",
    expected: '2',
    actual: '1',
  },
  'the corridor answers': { status: 'failed', message: 'Your code threw Error: no corridor (bell.ts, line 7)', input: 'createBell()' },
});

export const plain: Look = { width: 80, colors: 'none', unicode: true, live: false };
