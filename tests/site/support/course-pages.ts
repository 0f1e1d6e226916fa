/** One page of each kind, by its address under the site’s root. */
export const LESSON = 'lessons/08-throttling/';
export const EXERCISE = 'exercises/token-bucket/';
export const FACTS = 'facts/';
export const FEATURES = 'features/';
/** No page: what the site shows instead. */
export const MISSING = 'no-such-page/';
export const COURSE_PAGES = ['', LESSON, EXERCISE, FACTS, FEATURES, 'myths/', 'glossary/', 'interview/', 'coverage/', MISSING];
