/** The topics that the course owes, `content/topics.yaml`. */
import { z } from 'astro/zod';
import type { ContentFile, Finding } from '../facts/finding.ts';
import { readYaml } from '../facts/yaml-source.ts';

/** The forms in which a topic can be met. */
export const FORMS = [
  'lesson',
  'explorable',
  'quiz',
  'spot-the-bug',
  'code-exercise',
  'architecture-exercise',
  'lab',
  'interview',
  'calculator',
  'glossary',
] as const;

export type Form = (typeof FORMS)[number];

const kebab = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be in kebab case: small letters, digits and single hyphens');

const lessonSchema = z.strictObject({
  lesson: z.number().int().min(1).max(16).describe('Number of the lesson that the topics belong to.'),
  topics: z
    .array(
      z.strictObject({
        id: kebab.describe('Stable name: lessons, quizzes and results refer to it. Never reused.'),
        title: z.string().min(1),
        forms: z.array(z.enum(FORMS)).min(1).describe('In which forms the course owes it.'),
      }),
    )
    .min(1),
});

export interface Topic {
  id: string;
  title: string;
  /** Number of its lesson. */
  lesson: number;
  forms: readonly Form[];
}

/** Reads the list and collects everything that is wrong with it. */
export function parseTopics(file: ContentFile): { topics: Topic[]; findings: Finding[] } {
  const source = readYaml(file);
  if (source.findings.length > 0) return { topics: [], findings: source.findings };
  const findings: Finding[] = [];
  const report = (keys: PropertyKey[], message: string) => findings.push({ file: file.path, ...source.placeOf(keys), message });

  const { data, error } = z.array(lessonSchema).safeParse(source.value);
  for (const { path, message } of error?.issues ?? []) report(path, `${path.join('.') || 'the list'}: ${message}`);
  const topics = new Map<string, Topic>();
  data?.forEach(({ lesson, topics: own }, index) =>
    own.forEach((topic, order) => {
      const home = topics.get(topic.id);
      if (home) report([index, 'topics', order], `topic "${topic.id}" belongs to lesson ${home.lesson} already`);
      else topics.set(topic.id, { ...topic, lesson });
    }),
  );
  return { topics: [...topics.values()], findings };
}
