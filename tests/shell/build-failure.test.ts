import { describe, expect, it } from 'vitest';
import { buildFailure } from '../../src/site/build-failure.ts';

const root = '/home/ada/front-desk';

describe('the report of a build that failed', () => {
  it('starts with the place, from the project’s folder', () => {
    const error = Object.assign(new Error('missed comma'), {
      loc: { file: `${root}/content/lessons/08-throttling.mdx`, line: 6, column: 0 },
    });
    expect(buildFailure(error, root)).toBe('content/lessons/08-throttling.mdx:6\nmissed comma');
  });

  it('ends with the hint of a located error', () => {
    const error = Object.assign(new Error('no such component'), {
      loc: { file: `${root}/src/a.astro`, line: 2, column: 5 },
      hint: 'Import it.',
    });
    expect(buildFailure(error, root)).toBe('src/a.astro:2:5\nno such component\nImport it.');
  });

  it('leaves out the bundler’s frame, its stack and its colors', () => {
    const error = new Error(
      [
        'Build failed with 1 error:',
        '',
        `\u001b[31m[plugin mdx]\u001b[0m ${root}/content/lessons/08-throttling.mdx:88:1`,
        'MDXError: Unexpected end of file',
        '    at handler (file:///home/ada/front-desk/node_modules/@astrojs/mdx/index.js:64:17)',
        '    at async plugin (file:///home/ada/front-desk/node_modules/rolldown/index.mjs:1758:16)',
      ].join('\n'),
    );
    expect(buildFailure(error, root)).toBe('[plugin mdx] content/lessons/08-throttling.mdx:88:1\nMDXError: Unexpected end of file');
  });

  it('leaves out the list of who imported the file', () => {
    const error = new Error('Could not resolve “./Bel.astro”\n   │\n   │ Help: “a.mdx” is imported by the following path:\n   │   - a.mdx');
    expect(buildFailure(error, root)).toBe('Could not resolve “./Bel.astro”\n   │');
  });

  it('shows what was thrown, if it was no error', () => {
    expect(buildFailure('out of paper', root)).toBe('out of paper');
  });
});
