/** Holds the written lessons to the list of topics: each teaches its own, in the forms that the list names. */
import { coverageOf, owed } from '../coverage/coverage.ts';
import { meetingsIn, type Written } from '../coverage/meetings.ts';
import type { Form, Topic } from '../coverage/topics.ts';
import type { Finding } from '../facts/finding.ts';
import { unknown } from '../facts/nearest.ts';

/** The forms that a lesson brings with it. Others come with work of their own and may be owed; the coverage page lists them. */
const WITH_THE_LESSON: readonly Form[] = ['lesson', 'quiz', 'spot-the-bug', 'calculator', 'glossary', 'interview'];

export interface WrittenLesson {
  number: number;
  file: string;
}

export function topicProblems(topics: readonly Topic[], written: Written, lessons: readonly WrittenLesson[]): Finding[] {
  const known = new Set(topics.map(({ id }) => id));
  const strangers = [
    ...written.lessons.map(({ id, topics: taught, tools }) => ({
      file: `content/lessons/${id}.mdx`,
      names: [...taught, ...tools.flatMap((tool) => tool.topics)],
    })),
    { file: 'content/glossary.yaml', names: written.terms.flatMap((term) => term.topics) },
    ...written.briefs.map((brief) => ({ file: `content/exercises/${brief.id}.mdx`, names: brief.topics })),
  ].flatMap(({ file, names }) => names.filter((name) => !known.has(name)).map((name) => finding(file, unknown('topic', name, known))));

  const missing = coverageOf(topics, meetingsIn(written)).flatMap((coverage) => {
    const lesson = lessons.find(({ number }) => number === coverage.topic.lesson);
    const forms = owed(coverage).filter((form) => WITH_THE_LESSON.includes(form));
    return lesson && forms.length > 0 ? [finding(lesson.file, `topic "${coverage.topic.id}" is owed as ${forms.join(', ')}`)] : [];
  });
  return [...strangers, ...missing];
}

function finding(file: string, message: string): Finding {
  return { file, line: 1, column: 1, message };
}
