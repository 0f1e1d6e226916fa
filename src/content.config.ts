import { docsSchema } from '@astrojs/starlight/schema';
import { defineCollection } from 'astro:content';
import { glob, type Loader } from 'astro/loaders';
import { briefSchema } from './grader/brief-schema.ts';
import { checkedLesson, lessonSchema } from './site/lesson-schema.ts';

export const collections = {
  /** Starlight makes a page of each entry of `docs`: /lessons/08-throttling/. */
  docs: defineCollection({
    loader: lessons(),
    // Starlight also checks pages that are no lessons against this schema; what a lesson must have, the loader demands.
    schema: docsSchema({ extend: lessonSchema.omit({ title: true, description: true }).partial() }),
  }),

  /** One brief per code exercise; pages/exercises makes the pages. */
  exercises: defineCollection({
    loader: glob({ base: './content/exercises', pattern: '*.mdx' }),
    schema: briefSchema,
  }),
};

function lessons(): Loader {
  const files = glob({ base: './content', pattern: 'lessons/*.mdx' });
  return {
    name: 'lessons',
    load: (context) =>
      files.load({
        ...context,
        parseData: (entry) => {
          checkedLesson(entry.data, `content/${entry.id}.mdx`);
          return context.parseData(entry);
        },
      }),
  };
}
