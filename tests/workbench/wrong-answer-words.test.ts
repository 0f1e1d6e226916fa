import { expect, it } from 'vitest';
import { linkWords, lowered } from '../../src/workbench/wrong-answer-words.ts';

it('what a wrong answer teaches goes on from its name', () => {
  expect(lowered('Believes that <code>$default</code> is there.')).toBe('believes that <code>$default</code> is there.');
});

it.each([
  [{ address: '/lessons/08-throttling/#four-levels', title: 'Four levels' }, 'Read: Four levels'],
  [{ address: '/lessons/07-lambda-authorizers/#six', title: '“Six” ways' }, 'Read: “Six” ways'],
  [{ address: '/myths/#throttle-order', title: '“The most specific limit wins.”' }, 'Often said: “The most specific limit wins.”'],
  [{ address: '/myths/#template-engine', title: 'what is often said instead' }, 'Read: what is often said instead'],
])('a link to %j says %j', (see, words) => {
  expect(linkWords(see)).toBe(words);
});
