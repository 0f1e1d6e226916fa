import { expect, it } from 'vitest';
import { markColumns } from '../../src/components/quiz/columns.ts';

/** The line as a phone shows it. */
const onPhone = (line: string) =>
  markColumns(line)
    .replace(/<span class="column"> +<\/span>/g, ' | ')
    .replace(/<span class="pad"> +<\/span>/g, ' ');

it('ends a column behind a name, and before what a sum comes to', () => {
  expect(onPhone('client            gives up after    35 s')).toBe('client | gives up after 35 s');
  expect(onPhone('minutes     1,000 x 60            =  43.8 million')).toBe('minutes | 1,000 x 60 | = 43.8 million');
});

it('keeps together a verb and its path, a word and its number', () => {
  expect(onPhone('GET  /menu            100/s, burst   20')).toBe('GET /menu | 100/s, burst 20');
});

it('leaves an indent and single spaces as they are', () => {
  expect(markColumns('<span class="indent">  </span>5,000 are refused')).toBe('<span class="indent">  </span>5,000 are refused');
});
