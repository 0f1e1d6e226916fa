/** `npm run check:content`: facts, prose, quizzes, references and code blocks of everything in `content/`. Exits with 1 when there is something to mend. */
import { resolve } from 'node:path';
import { styleText } from 'node:util';
import { checkCourse } from '../checks/course.ts';
import { formatFinding } from '../facts/finding.ts';

const results = await checkCourse(resolve(import.meta.dirname, '../..'));
const width = Math.max(...results.map(({ name }) => name.length));

for (const { name, looked, findings } of results) {
  const mark = findings.length === 0 ? styleText('green', '✔') : styleText('red', '✘');
  const mend = findings.length === 0 ? '' : `: ${findings.length} to mend`;
  console.log(`${mark} ${name.padEnd(width)}  ${looked}${mend}`);
  for (const finding of findings) console.log(`  ${formatFinding(finding).replaceAll('\n', '\n  ')}`);
}

process.exitCode = results.some(({ findings }) => findings.length > 0) ? 1 : 0;
