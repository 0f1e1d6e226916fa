import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forEvery } from '#judge';
import { allow, answersFor, arn, INVOKE, part, policyOf } from './subject.ts';

const covered = async (pattern: string, ...texts: string[]) =>
  (await answersFor(policyOf(allow(pattern)), ...texts)).map((answer) => answer === 'allow');

describe('wildcards', () => {
  it('a resource without wildcards covers itself and nothing else', async () => {
    const tails = ['prod/GET/pets', 'prod/GET/pets/1', 'prod/GET/pet', 'dev/GET/pets'];
    expect(await covered(arn('prod/GET/pets'), ...tails.map(arn))).toEqual([true, false, false, false]);
  });

  it('a star covers any run of characters, slashes included', async () => {
    expect(await covered(arn('prod/GET/*'), arn('prod/GET/a/b/c'), arn('prod/GET/'), arn('prod/POST/a'))).toEqual([true, true, false]);
  });

  it('a star covers nothing at all, too', async () => {
    expect(await covered(arn('prod/GET/pets*'), arn('prod/GET/pets'), arn('prod/GET/pets/1'))).toEqual([true, true]);
  });

  it('a star in the middle reaches over several parts of a path', async () => {
    expect(await covered(arn('prod/*/pets'), arn('prod/POST/pets'), arn('prod/GET/x/pets'), arn('prod/GET/pets/1'))).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('a question mark covers exactly one character', async () => {
    expect(await covered(arn('prod/GET/pets/?'), arn('prod/GET/pets/1'), arn('prod/GET/pets/10'), arn('prod/GET/pets/'))).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('a question mark may cover a slash', async () => {
    expect(await covered(arn('prod/GET/a?b'), arn('prod/GET/a/b'))).toEqual([true]);
  });

  it('an ARN that ends at the stage covers no method', async () => {
    expect(await covered(arn('prod'), arn('prod/GET/pets'), arn('prod/GET/'))).toEqual([false, false]);
  });

  it('a star alone covers everything', async () => {
    expect(await covered('*', arn('prod/GET/pets'), 'arn:aws:s3:::bucket')).toEqual([true, true]);
  });

  it('characters that mean something in a regular expression are themselves', async () => {
    expect(await covered(arn('prod/GET/a.b+(c)[d]$^|{e}'), arn('prod/GET/a.b+(c)[d]$^|{e}'), arn('prod/GET/axb+(c)[d]$^|{e}'))).toEqual([
      true,
      false,
    ]);
  });

  it('a line break in a path is a character like any other', async () => {
    expect(await covered(arn('prod/GET/*'), arn('prod/GET/a\nb'))).toEqual([true]);
  });

  it('the case of a resource counts', async () => {
    expect(await covered(arn('prod/GET/Pets'), arn('prod/GET/pets'))).toEqual([false]);
  });

  it('the case of an action does not count', async () => {
    const policy = part.preparePolicy(policyOf({ Effect: 'Allow', Action: 'Execute-API:invoke', Resource: '*' }));
    expect(await policy.evaluate({ action: INVOKE, resource: arn('prod/GET/pets') })).toBe('allow');
  });

  it('actions have wildcards, too', async () => {
    const answers = ['execute-api:*', '*', 'execute-api:Inv?ke', 's3:*'].map((Action) =>
      part.preparePolicy(policyOf({ Effect: 'Allow', Action, Resource: '*' })).evaluate({ action: INVOKE, resource: arn('prod/GET/') }),
    );
    expect(await Promise.all(answers)).toEqual(['allow', 'allow', 'allow', 'implicit deny']);
  });

  it('many stars against a long path are answered at once', async () => {
    const tail = 'a'.repeat(5_000);
    expect(await covered(`${'a*'.repeat(200)}b`, tail, `${tail}b`)).toEqual([false, true]);
  });

  it('whatever pattern and text, the pattern covers what its characters and wildcards spell', async () => {
    const letters = fc.constantFrom('a', 'b', '/');
    const texts = fc.string({ unit: letters, maxLength: 8 });
    const patterns = fc.string({ unit: fc.constantFrom('a', 'b', '/', '*', '?'), minLength: 1, maxLength: 6 });
    await forEvery(fc.tuple(patterns, texts), async ([pattern, text]) => {
      expect(await covered(pattern, text)).toEqual([spells(pattern, text)]);
    });
  });
});

/** By the definition, for short texts: a star is dropped, or eats one character and stays. */
function spells(pattern: string, text: string): boolean {
  if (pattern === '') return text === '';
  const [first, rest] = [pattern[0]!, pattern.slice(1)];
  if (first === '*') return spells(rest, text) || (text !== '' && spells(pattern, text.slice(1)));
  return text !== '' && (first === '?' || first === text[0]) && spells(rest, text.slice(1));
}
