/** The course’s outline as progress counts it, read when the site is built. */
import { getCollection } from 'astro:content';
import { interviews } from '../components/interview/interviews.ts';
import { quizNamed } from '../components/quiz/quizzes.ts';
import type { CourseOutline, OutlineLesson } from '../progress/outline.ts';
import { link, pagePath } from './base-path.ts';
import { plannedLessons } from './course-map.ts';
import { fileName } from './course-outline.ts';
import { course } from './course.ts';

export async function outlineForProgress(): Promise<CourseOutline> {
  const [lessons, pages, briefs] = await Promise.all([course(), getCollection('docs'), getCollection('exercises')]);
  const files = new Map(plannedLessons.map((plan) => [fileName(plan), plan.number]));
  return {
    lessons: lessons.map(({ number, title, pages: own, exercises }): OutlineLesson => {
      const quiz = pages.find(({ data }) => data.number === number && data.quiz)?.data.quiz;
      return {
        number,
        title,
        pages: own.map(({ title, href }) => ({ title, path: pagePath(link(href)) })),
        ...(quiz && { quiz: { id: quiz, questions: quizNamed(quiz).questions.map(({ id }) => id) } }),
        interview: interviews
          .filter(({ lesson }) => files.get(lesson) === number)
          .flatMap(({ questions }) => questions.map(({ id, rubric }) => ({ id, lines: rubric.map((line) => line.id) }))),
        exercises: exercises.filter(({ href }) => href).map(({ id }) => id),
      };
    }),
    exercises: briefs.map(({ id, data: { title, formerly, concepts } }) => ({
      name: id,
      title,
      formerly,
      concepts: concepts.map(({ id, title, points, beyond, formerly }) => ({ id, title, points, beyond, formerly })),
    })),
  };
}
