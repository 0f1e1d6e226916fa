import { describe, expect, it } from 'vitest';
import { parsePage } from '../../src/checks/mdx.ts';
import { pictureProblems } from '../../src/checks/pictures.ts';

function problems(text: string): string[] {
  const page = parsePage({ path: 'content/lessons/01-front-desk.mdx', text });
  if (!('tree' in page)) throw new Error(page.message);
  return pictureProblems(page).map(({ line, message }) => `${line} ${message}`);
}

const drawing = (attributes: string) => `<svg ${attributes}>\n<title id="a">A desk</title>\n<desc id="b">Three guests wait.</desc>\n</svg>`;

describe('a picture that does not say what it shows is found', () => {
  it.each([
    ['an image without alt text', 'Text.\n\n![](desk.png)', ['3 this image has no alt text']],
    ['an img without alt text', '<img src="desk.png" />', ['1 this image has no alt text']],
    ['a drawing without a role', drawing('aria-labelledby="a b"'), ['1 this drawing does not say what it shows']],
    [
      'a drawing that does not point to its description',
      drawing('role="img" aria-labelledby="a"'),
      ['1 this drawing does not say what it shows'],
    ],
    ['a drawing that points to nothing', drawing('role="img" aria-labelledby="x y"'), ['1 this drawing does not say what it shows']],
  ])('%s', (_, text, expected) => {
    expect(problems(text)).toEqual(expected);
  });
});

describe('a picture that says it, or that only decorates, is left alone', () => {
  it.each([
    ['an image', '![A guest at the desk](desk.png)'],
    ['a drawing, named', drawing('role="img" aria-labelledby="a b"')],
    ['a drawing, named and described', drawing('role="img" aria-labelledby="a" aria-describedby="b"')],
    ['an ornament', '<svg aria-hidden="true"></svg>'],
  ])('%s', (_, text) => {
    expect(problems(text)).toEqual([]);
  });
});
