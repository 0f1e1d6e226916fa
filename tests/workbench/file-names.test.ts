import { describe, expect, it } from 'vitest';
import { filesComplaint, nameComplaint, newNameComplaint } from '../../src/workbench/file-names.ts';

describe('the name of a file', () => {
  it.each(['tokens.ts', 'parts/tokens.ts', 'Größe.ts', 'a-b_c.d.ts', '$.ts'])('can be %s', (path) => {
    expect(nameComplaint(path)).toBeUndefined();
  });

  it.each([
    ['', 'Give the file a name'],
    ['tokens', 'end the name in .ts'],
    ['tokens.TS', 'end the name in .ts'],
    ['../tokens.ts', 'stay in its folder'],
    ['/tokens.ts', 'stay in its folder'],
    ['a//b.ts', 'stay in its folder'],
    ['.tokens.ts', 'hidden'],
    ['parts/.git/tokens.ts', 'hidden'],
    ['a\\b.ts', '“\\”'],
    ['a\u0000.ts', 'a control character'],
    ['con.ts', 'Windows'],
    ['parts /tokens.ts', 'a space or a dot'],
    ['tokens.ts/more.ts', 'nor end in .ts'],
    ['node_modules/x.ts', 'node_modules'],
    ['parts/contract.ts', 'belongs to the course'],
    ['mine.test.ts', 'Tests are not graded'],
    [`${'x'.repeat(98)}.ts`, 'longer than 100 characters'],
  ])('cannot be “%s”', (path, reason) => {
    expect(nameComplaint(path)).toContain(reason);
  });

  it('is not one that is there, on any disk', () => {
    expect(newNameComplaint('tokens.ts', ['tokens.ts'])).toBe('tokens.ts is there already.');
    expect(newNameComplaint('Tokens.ts', ['tokens.ts'])).toContain('on many disks that is the same name');
    expect(newNameComplaint('tokens.ts', ['token.ts'])).toBeUndefined();
  });
});

describe('the files of a submission', () => {
  it('may lie together, or it is said which may not', () => {
    expect(filesComplaint({ 'a.ts': '', 'parts/b.ts': '' })).toBeUndefined();
    expect(filesComplaint({ 'a.ts': '', 'a.md': '' })).toBe(
      'A file cannot be called “a.md”. The grader reads TypeScript: end the name in .ts.',
    );
    expect(filesComplaint({ 'a.ts': 'x'.repeat(500_001) })).toBe('a.ts is larger than 500 kB, which the grader does not read.');
  });
});
