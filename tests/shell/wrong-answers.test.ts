import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadExercise } from '../../src/grader/exercises.ts';
import { parseWrongAnswers, titleOf, withoutBehaviors } from '../../src/site/wrong-answers.ts';
import type { Print } from '../../src/workbench/behaves-like.ts';

const wrong = join(import.meta.dirname, '../wrong');
const entry = (more: string) => `- name: sliding-log\n  breaks: refill\n  also: []\n${more}`;
const parsed = (more: string) => parseWrongAnswers({ path: 'manifest.yaml', text: entry(more) });

describe('a manifest of wrong answers', () => {
  it.each(readdirSync(wrong))('that of %s can be shown, and names each of its folders once', (exercise) => {
    const path = join(wrong, exercise, 'manifest.yaml');
    const names = parseWrongAnswers({ path, text: readFileSync(path, 'utf8') }).map(({ name }) => name);
    const folders = readdirSync(join(wrong, exercise), { withFileTypes: true }).filter((file) => file.isDirectory());
    expect(names.toSorted()).toEqual(folders.map(({ name }) => name).toSorted());
  });

  it.each(readdirSync(wrong))('the prints of %s are of its wrong answers, and have the counting concepts that break', async (exercise) => {
    const read = (file: string) => readFileSync(join(wrong, exercise, file), 'utf8');
    const answers = parseWrongAnswers({ path: exercise, text: read('manifest.yaml') });
    const { concepts } = await loadExercise(join(wrong, '../..'), exercise);
    const counts = (id: string) => concepts.some((concept) => concept.id === id && !concept.beyond);
    const prints = JSON.parse(read('prints.json')) as Record<string, Print>;
    expect(Object.entries(prints).map(([name, print]) => [name, ...Object.keys(print)])).toEqual(
      answers.map(({ name, breaks, also }) => [name, breaks, ...also.filter(counts)]),
    );
  });

  it.each([
    ['a straight apostrophe', "  misconception: Takes the plan's limit.\n", '4:18', 'straight'],
    ['a sentence without a verb in front', '  misconception: "“Rate” is the size."\n', '4:18', 'must begin with a verb'],
    [
      'an address that is no page of the course',
      '  misconception: Counts.\n  see: https://example.com/\n',
      '5:8',
      'must be /lessons/NAME/#HEADING',
    ],
    ['a field that nobody knows', '  misconception: Counts.\n  teach: it\n', '', 'teach'],
  ])('with %s is refused, with its place', (_, more, place, reason) => {
    expect(() => parsed(more)).toThrow(new RegExp(`^manifest\\.yaml:${place}.*${reason}`));
  });

  it('may hold code with any marks', () => {
    expect(parsed("  misconception: Writes `value || ''` for it.\n")[0]!.misconception).toBe("Writes `value || ''` for it.");
  });
});

describe('the title of a wrong answer', () => {
  it('is its name in words, or what the manifest says', () => {
    expect([titleOf({ name: 'sliding-log' }), titleOf({ name: 'only-get-ever', title: 'Only GET ever' })]).toEqual([
      'Sliding log',
      'Only GET ever',
    ]);
  });
});

describe('behaviors in parentheses', () => {
  it.each([
    ['Counts seconds (B-CCH-02).', 'Counts seconds.'],
    ['Counts (B-CCH-02, B-THR-07), and waits\n(B-WS-01).', 'Counts, and waits.'],
    ['Takes it (B-THR-02, course’s choice).', 'Takes it (course’s choice).'],
    ['Takes it (the course’s choice: B-CCH-20).', 'Takes it (the course’s choice).'],
    ['Takes (what it likes).', 'Takes (what it likes).'],
  ])('%j is shown as %j', (text, shown) => {
    expect(withoutBehaviors(text)).toBe(shown);
  });
});
