import { expect, it } from 'vitest';
import { isWanted } from '../../src/interview/filter.ts';

const question = { text: 'How does it Throttle? The bucket', lesson: '08-throttling', level: 'mid' };
const all = { text: '', lesson: '', level: '' };

it('wants every question that has all the words, in any order and case', () => {
  expect(isWanted(question, all)).toBe(true);
  expect(isWanted(question, { ...all, text: 'BUCKET throttle' })).toBe(true);
  expect(isWanted(question, { ...all, text: '  buck  ' })).toBe(true);
  expect(isWanted(question, { ...all, text: 'bucket cache' })).toBe(false);
});

it('wants only the lesson and the level that are picked', () => {
  expect(isWanted(question, { ...all, lesson: '08-throttling', level: 'mid' })).toBe(true);
  expect(isWanted(question, { ...all, lesson: '07-authorization' })).toBe(false);
  expect(isWanted(question, { ...all, level: 'senior', text: 'bucket' })).toBe(false);
});
