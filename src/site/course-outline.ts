/** Joins what is planned with what is written. */
import type { PlannedLesson } from './course-map.ts';

export interface Exercise {
  /** Its folder’s name. */
  id: string;
  title: string;
  /** From the root, without the base path. Undefined while there is no brief. */
  href?: string;
}

export interface Lesson {
  number: number;
  title: string;
  /** What it is about, in one line. */
  line: string;
  /** From the root, without the base path. Undefined while it is not written. */
  href?: string;
  /** How long it takes without its exercises. Known once it is written. */
  minutes?: number;
  exercises: Exercise[];
}

export interface Planned {
  lessons: PlannedLesson[];
  /** Titles of exercises by folder name. */
  exercises: Record<string, string>;
}

export interface Written {
  lessons: { id: string; title: string; number?: number; minutes?: number }[];
  /** `lesson`: the file of the lesson that an exercise belongs to, without its ending. */
  briefs: { id: string; title: string; lesson: string }[];
}

/**
 * The lessons in order, each with its exercises.
 * @throws Error if two written lessons have the same number, or a brief belongs to no lesson of the plan
 */
export function outlineOf(planned: Planned, written: Written): Lesson[] {
  const lessons = new Map<number | undefined, Written['lessons'][number]>();
  for (const lesson of written.lessons) {
    const twin = lessons.get(lesson.number);
    if (twin) throw new Error(`${twin.id} and ${lesson.id} both say that they are lesson ${lesson.number}`);
    lessons.set(lesson.number, lesson);
  }
  const names = planned.lessons.map(fileName);
  for (const { id, lesson } of written.briefs) {
    if (!names.includes(lesson)) throw new Error(`content/exercises/${id}.mdx: lesson: there is no “${lesson}” among ${names.join(', ')}`);
  }
  return planned.lessons.map((plan): Lesson => {
    const briefs = written.briefs.filter(({ lesson }) => lesson === fileName(plan));
    const open = briefs.map(({ id, title }): Exercise => ({ id, title, href: `/exercises/${id}/` }));
    const unwritten = (plan.exercises ?? [])
      .filter((id) => !briefs.some((brief) => brief.id === id))
      .map((id): Exercise => ({ id, title: planned.exercises[id] ?? id }));
    const { number, title, line } = plan;
    const found = lessons.get(number);
    const page = found && { title: found.title, href: `/${found.id}/`, minutes: found.minutes };
    return { number, title, line, ...page, exercises: [...open, ...unwritten] };
  });
}

/** The pages of the course in reading order: each lesson that is written, then its exercises. */
export function readingOrder(lessons: Lesson[]): { title: string; href: string }[] {
  return lessons.flatMap((lesson) => [lesson, ...lesson.exercises]).flatMap(({ title, href }) => (href ? [{ title, href }] : []));
}

export function fileName({ number, name }: PlannedLesson): string {
  return `${String(number).padStart(2, '0')}-${name}`;
}
