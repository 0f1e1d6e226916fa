import { describe, expect, it } from 'vitest';
import { topicProblems } from '../../src/checks/topics.ts';
import { coverageOf, owed } from '../../src/coverage/coverage.ts';
import { meetingsIn, type Written } from '../../src/coverage/meetings.ts';
import { parseTopics, type Topic } from '../../src/coverage/topics.ts';

const BELLS: Topic = {
  id: 'bells',
  title: 'Bells',
  lesson: 8,
  forms: ['lesson', 'quiz', 'explorable', 'spot-the-bug', 'code-exercise', 'architecture-exercise', 'lab'],
};
const DOORS: Topic = { id: 'doors', title: 'Doors', lesson: 9, forms: ['lesson', 'quiz'] };

const written: Written = {
  lessons: [
    {
      id: '08-bells',
      title: 'Bells and keys',
      topics: ['bells'],
      quiz: 'bell-quiz',
      tools: [{ id: 'ring', title: 'Ring it', form: 'explorable', topics: ['bells'] }],
    },
  ],
  quizzes: [
    {
      id: 'bell-quiz',
      questions: [
        { id: 'how-loud', kind: 'one', topics: ['bells'] },
        { id: 'cracked', kind: 'bug', topics: ['bells'] },
      ],
    },
  ],
  briefs: [{ id: 'bell', title: 'A bell', topics: ['bells'] }],
  interviews: [],
  architecture: [{ id: 'belfry', title: 'A belfry', topics: ['bells'] }],
  terms: [],
};

const lessons = [{ number: 8, file: 'content/lessons/08-bells.mdx' }];

function without(change: Partial<Written>): string[] {
  return topicProblems([BELLS, DOORS], { ...written, ...change }, lessons).map(({ file, message }) => `${file}: ${message}`);
}

describe('the coverage of a topic', () => {
  const [coverage] = coverageOf([BELLS], meetingsIn(written));

  it('lists each form with the places where it is met', () => {
    expect(coverage!.forms.map(({ form, meetings }) => [form, ...meetings.map(({ href }) => href)])).toEqual([
      ['lesson', '/lessons/08-bells/'],
      ['quiz', '/quizzes/bell-quiz/#quiz-how-loud', '/quizzes/bell-quiz/#quiz-cracked'],
      ['explorable', '/lessons/08-bells/#ring'],
      ['spot-the-bug', '/quizzes/bell-quiz/#quiz-cracked'],
      ['code-exercise', '/exercises/bell/'],
      ['architecture-exercise', '/architecture/belfry/'],
      ['lab'],
    ]);
  });

  it('owes the forms that nothing has yet', () => {
    expect(owed(coverage!)).toEqual(['lab']);
  });
});

describe('the check of a written lesson', () => {
  it('finds nothing where it teaches, asks and shows a bug for each of its topics, whatever else is owed', () => {
    expect(without({})).toEqual([]);
  });

  it('names a topic without a question, and what it is owed as', () => {
    expect(without({ quizzes: [] })).toEqual(['content/lessons/08-bells.mdx: topic "bells" is owed as quiz, spot-the-bug']);
  });

  it('asks nothing of a lesson that is not written', () => {
    expect(topicProblems([BELLS, DOORS], written, lessons)).toEqual([]);
  });

  it('names a topic that is on no list, with the nearest that is', () => {
    const briefs = [{ id: 'bell', title: 'A bell', topics: ['bell'] }];
    expect(without({ briefs })).toContain('content/exercises/bell.mdx: unknown topic "bell": did you mean "bells"?');
  });
});

describe('the list of topics', () => {
  const parse = (text: string) => parseTopics({ path: 'topics.yaml', text });

  it('gives each topic its lesson', () => {
    const { topics, findings } = parse('- lesson: 9\n  topics:\n    - id: doors\n      title: Doors\n      forms: [lesson, quiz]\n');
    expect({ topics, findings }).toEqual({ topics: [DOORS], findings: [] });
  });

  it('names line and field of what is wrong', () => {
    const { findings } = parse('- lesson: 9\n  topics:\n    - id: doors\n      title: Doors\n      forms: [song]\n');
    expect(findings).toEqual([
      expect.objectContaining({ file: 'topics.yaml', line: 5, message: expect.stringContaining('forms') as string }),
    ]);
  });

  it('knows a topic once', () => {
    const one = '    - id: doors\n      title: Doors\n      forms: [quiz]\n';
    expect(parse(`- lesson: 9\n  topics:\n${one}- lesson: 10\n  topics:\n${one}`).findings).toEqual([
      { file: 'topics.yaml', line: 8, column: 7, message: 'topic "doors" belongs to lesson 9 already' },
    ]);
  });
});
