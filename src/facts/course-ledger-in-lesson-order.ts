/** The course's own ledger, file by file, in the order of its lessons: for the pages that print all of it. */
import { getCollection } from 'astro:content';
import { courseLedger } from './course-ledger.ts';
import type { LedgerGroup } from './ledger.ts';
import { inLessonOrder } from './lesson-order.ts';

export async function groupsInLessonOrder(): Promise<LedgerGroup[]> {
  const pages = await getCollection('docs');
  return inLessonOrder(
    courseLedger.groups,
    pages.map(({ data, body = '' }) => ({ lesson: data.number!, text: body })),
  );
}
