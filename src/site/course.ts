/** The course as it stands in `content/`. */
import { getCollection } from 'astro:content';
import { plannedExercises, plannedLessons } from './course-map.ts';
import { outlineOf, type Lesson } from './course-outline.ts';

export async function course(): Promise<Lesson[]> {
  const [lessons, briefs] = await Promise.all([getCollection('docs'), getCollection('exercises')]);
  return outlineOf(
    { lessons: plannedLessons, exercises: plannedExercises },
    {
      lessons: lessons.map(({ id, data }) => ({ ...data, id })),
      briefs: briefs.map(({ id, data }) => ({ ...data, id })),
    },
  );
}
