/** Joins what is planned with what is written. */
import type { PlannedLesson } from './course-map.ts';

export interface Exercise {
  /** Its folder’s name. */
  id: string;
  title: string;
  /** From the root, without the base path. Undefined while there is no brief. */
  href?: string;
}

/** A page of a lesson. */
export interface LessonPage {
  title: string;
  /** From the root, without the base path. */
  href: string;
  /** How long it takes without its exercises. */
  minutes: number;
}

export interface Lesson {
  number: number;
  title: string;
  /** What it is about, in one line. */
  line: string;
  /** In reading order. Empty while the lesson is not written. */
  pages: LessonPage[];
  exercises: Exercise[];
}

export interface Planned {
  lessons: PlannedLesson[];
  /** Titles of exercises by folder name. */
  exercises: Record<string, string>;
}

export interface Written {
  lessons: { id: string; title: string; number?: number; page?: number; minutes?: number }[];
  /** `lesson`: the file of the lesson that an exercise belongs to, without its ending. */
  briefs: { id: string; title: string; lesson: string }[];
}

/**
 * The lessons in order, each with its pages and its exercises.
 * @throws Error if two written pages have the same place, or a brief belongs to no lesson of the plan
 */
export function outlineOf(planned: Planned, written: Written): Lesson[] {
  const places = new Map<string, string>();
  for (const { id, number, page = 1 } of written.lessons) {
    const place = `page ${page} of lesson ${number}`;
    const twin = places.get(place);
    if (twin) throw new Error(`${twin} and ${id} both say that they are ${place}`);
    places.set(place, id);
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
    const pages = written.lessons
      .filter((page) => page.number === number)
      .sort((one, other) => (one.page ?? 1) - (other.page ?? 1))
      .map((page): LessonPage => ({ title: page.title, href: `/${page.id}/`, minutes: page.minutes ?? 0 }));
    // Two pages have titles of their own; the lesson keeps the one that covers both.
    return { number, title: pages.length === 1 ? pages[0]!.title : title, line, pages, exercises: [...open, ...unwritten] };
  });
}

/** The pages of the course in reading order: those of each lesson, then its exercises. */
export function readingOrder(lessons: Lesson[]): { title: string; href: string }[] {
  return lessons.flatMap((lesson) => [...lesson.pages, ...lesson.exercises]).flatMap(({ title, href }) => (href ? [{ title, href }] : []));
}

export function fileName({ number, name }: PlannedLesson): string {
  return `${String(number).padStart(2, '0')}-${name}`;
}
