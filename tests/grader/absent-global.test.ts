import { expect, it } from 'vitest';
import { aboutAbsentGlobal } from '../../src/grader/judge/absent-global.ts';

it('says of what a browser or Node has that a submission does not', () => {
  expect(aboutAbsentGlobal(new ReferenceError('TextEncoder is not defined'))).toBe(
    ' There is no `TextEncoder` here: a submission has ECMAScript, a console and timers.',
  );
});

it.each([new ReferenceError('level is not defined'), new TypeError('TextEncoder is not defined'), 'TextEncoder is not defined', undefined])(
  'has nothing to say of %s',
  (thrown) => {
    expect(aboutAbsentGlobal(thrown)).toBe('');
  },
);
