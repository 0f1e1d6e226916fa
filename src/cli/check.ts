/**
 * `npm run check:content`: facts, prose, quizzes, references and code blocks of everything in `content/`. Exits with 1 when there is
 * something to mend; what has grown old is a warning.
 */
import { resolve } from 'node:path';
import { styleText } from 'node:util';
import { checkCourse } from '../checks/course.ts';
import { formatFinding } from '../facts/finding.ts';

const results = await checkCourse(resolve(import.meta.dirname, '../..'), new Date().toISOString().slice(0, 10));
const width = Math.max(...results.map(({ name }) => name.length));

for (const { name, looked, findings, warnings = [] } of results) {
  const mark = findings.length > 0 ? styleText('red', '✘') : warnings.length > 0 ? styleText('yellow', '!') : styleText('green', '✔');
  const mend = findings.length === 0 ? '' : `: ${findings.length} to mend`;
  const old = warnings.length === 0 ? '' : `: ${warnings.length} to look up again`;
  console.log(`${mark} ${name.padEnd(width)}  ${looked}${mend}${old}`);
  for (const finding of [...findings, ...warnings]) console.log(`  ${formatFinding(finding).replaceAll('\n', '\n  ')}`);
}

process.exitCode = results.some(({ findings }) => findings.length > 0) ? 1 : 0;
