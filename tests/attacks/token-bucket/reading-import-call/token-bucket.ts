// Reading: an import() that is written so that a reader of the text takes it for part of a regular expression.
const found: unknown[] = [];
const names = ['node:fs', 'node:process', 'vitest', '#judge', '../../../hidden/token-bucket/suite.test.ts', 'data:text/javascript,export default 1'];
let at = 0;
const hidden = function () {} / import(names[at++]!).then((module) => found.push(module), (error) => found.push(error.constructor.constructor)) / 1;
const again = function () {} / import(names[at++]!).then((module) => found.push(module), () => {}) / 1;
export const createBucket = () => ({ take: () => found, tokens: () => [hidden, again] });
export const createThrottle = () => ({ admit: () => found });
