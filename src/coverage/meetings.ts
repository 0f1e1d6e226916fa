/** Every place of the course in which a topic is met, from what its content files say of themselves. */
import type { Meeting } from './coverage.ts';
import type { Form } from './topics.ts';

/** What is written, as the schemas of `content/` read it. */
export interface Written {
  lessons: {
    /** The file's name without its ending. */
    id: string;
    title: string;
    topics: readonly string[];
    quiz?: string | undefined;
    tools: readonly Tool[];
  }[];
  quizzes: { id: string; questions: readonly { id: string; kind: string; topics: readonly string[] }[] }[];
  briefs: { id: string; title: string; topics: readonly string[] }[];
  interviews: readonly { questions: readonly { id: string; question: string; topics: readonly string[] }[] }[];
  architecture: readonly { id: string; title: string; topics: readonly string[] }[];
  terms: readonly { id: string; term: string; topics: readonly string[] }[];
}

/** Something on a lesson's page that a reader works with. */
export interface Tool {
  /** Its anchor on the page. */
  id: string;
  title: string;
  form: Form;
  topics: readonly string[];
}

export function meetingsIn({ lessons, quizzes, briefs, interviews, architecture, terms }: Written): Meeting[] {
  const met = (form: Form, topics: readonly string[], title: string, href: string): Meeting[] =>
    topics.map((topic) => ({ topic, form, title, href }));
  return [
    ...lessons.flatMap(({ id, title, topics, tools }) => [
      ...met('lesson', topics, title, `/lessons/${id}/`),
      ...tools.flatMap((tool) => met(tool.form, tool.topics, tool.title, `/lessons/${id}/#${tool.id}`)),
    ]),
    ...lessons.flatMap(({ quiz }) =>
      (quizzes.find((other) => other.id === quiz)?.questions ?? []).flatMap((question, index) => {
        const title = `Question ${index + 1}`;
        const href = `/quizzes/${quiz}/#quiz-${question.id}`;
        return [
          ...met('quiz', question.topics, title, href),
          ...(question.kind === 'bug' ? met('spot-the-bug', question.topics, title, href) : []),
        ];
      }),
    ),
    ...briefs.flatMap(({ id, title, topics }) => met('code-exercise', topics, title, `/exercises/${id}/`)),
    ...interviews.flatMap(({ questions }) =>
      questions.flatMap(({ id, question, topics }) => met('interview', topics, question, `/interview/#${id}`)),
    ),
    ...architecture.flatMap(({ id, title, topics }) => met('architecture-exercise', topics, title, `/architecture/${id}/`)),
    ...terms.flatMap(({ id, term, topics }) => met('glossary', topics, term, `/glossary/#${id}`)),
  ];
}
