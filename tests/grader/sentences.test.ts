import { expect, it } from 'vitest';
import { ruleSentence } from '../../src/grader/report/sentences.ts';

it.each([
  ['a new bucket is full', 'A new bucket is full'],
  ['whatever, and whenever', 'Whatever, and whenever'],
  ['base64Encode pads', 'base64Encode pads'],
  ['max-age=0 may stand among others', 'max-age=0 may stand among others'],
  ['$input.body is text', '$input.body is text'],
  ['NotAction covers the rest', 'NotAction covers the rest'],
])('the rule “%s” is said as “%s”', (name, sentence) => {
  expect(ruleSentence(name)).toBe(sentence);
});
