/** Addresses under the site’s root. */
export const LESSON = 'lessons/08-throttling/';
export const QUIZ = 'quizzes/08-throttling/';
/** No page: what the site shows instead. */
export const MISSING = 'no-such-page/';
